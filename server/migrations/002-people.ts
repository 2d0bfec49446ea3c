// People, their devices and tokens, invites, the audit log, rate limits. Secrets are kept as SHA-256 only.
import type { Migration } from './migrations.ts';

export const people: Migration = {
  version: 2,
  name: 'people',
  statements: [
    `CREATE TABLE member (
      team text NOT NULL,
      person text NOT NULL,
      name text NOT NULL,
      role text NOT NULL,
      joined bigint NOT NULL,
      left_at bigint,
      PRIMARY KEY (team, person)
    )`,
    `CREATE TABLE device (
      team text NOT NULL,
      device text NOT NULL,
      person text NOT NULL,
      since bigint NOT NULL,
      seen bigint NOT NULL,
      PRIMARY KEY (team, device)
    )`,
    'CREATE INDEX device_person ON device (team, person)',
    `CREATE TABLE invite (
      team text NOT NULL,
      id text NOT NULL,
      hash text NOT NULL,
      role text NOT NULL,
      person text,
      by_person text NOT NULL,
      expires bigint NOT NULL,
      used bigint,
      used_by text,
      request_hash text,
      PRIMARY KEY (team, id)
    )`,
    'CREATE UNIQUE INDEX invite_hash ON invite (team, hash)',
    `CREATE TABLE family (
      team text NOT NULL,
      family text NOT NULL,
      person text NOT NULL,
      device text NOT NULL,
      fixed_hash text NOT NULL,
      salt text NOT NULL,
      generation bigint NOT NULL,
      current_hash text NOT NULL,
      previous_hash text NOT NULL,
      rotated bigint NOT NULL,
      confirmed bigint NOT NULL,
      expires bigint NOT NULL,
      revoked bigint,
      resumable bigint NOT NULL,
      PRIMARY KEY (team, family)
    )`,
    'CREATE INDEX family_device ON family (team, device)',
    'CREATE INDEX family_person ON family (team, person)',
    `CREATE TABLE access (
      team text NOT NULL,
      hash text NOT NULL,
      family text NOT NULL,
      generation bigint NOT NULL,
      expires bigint NOT NULL,
      PRIMARY KEY (team, hash)
    )`,
    'CREATE INDEX access_family ON access (team, family)',
    `CREATE TABLE audit (
      team text NOT NULL,
      n bigint NOT NULL,
      at bigint NOT NULL,
      by_person text NOT NULL,
      action text NOT NULL,
      about text NOT NULL,
      hash text NOT NULL,
      PRIMARY KEY (team, n)
    )`,
    `CREATE TABLE bucket (
      team text NOT NULL,
      name text NOT NULL,
      level double precision NOT NULL,
      at bigint NOT NULL,
      PRIMARY KEY (team, name)
    )`,
  ],
};
