// A team, its log, the rows the log makes, the versions its frameworks ever had.
import type { Migration } from './migrations.ts';

export const log: Migration = {
  version: 1,
  name: 'log',
  statements: [
    `CREATE TABLE team (
      team text NOT NULL PRIMARY KEY,
      name text NOT NULL,
      epoch text NOT NULL,
      head bigint NOT NULL,
      hide bigint NOT NULL,
      created bigint NOT NULL,
      audit_n bigint NOT NULL,
      audit_hash text NOT NULL
    )`,
    `CREATE TABLE op (
      team text NOT NULL,
      seq bigint NOT NULL,
      op text NOT NULL,
      device text NOT NULL,
      n bigint NOT NULL,
      hlc text NOT NULL,
      kind text NOT NULL,
      key text NOT NULL,
      person text NOT NULL,
      author text NOT NULL,
      content text NOT NULL,
      schema bigint NOT NULL,
      size bigint NOT NULL,
      received bigint NOT NULL,
      PRIMARY KEY (team, seq)
    )`,
    'CREATE UNIQUE INDEX op_id ON op (team, op)',
    'CREATE INDEX op_person ON op (team, person, kind)',
    `CREATE TABLE cell (
      team text NOT NULL,
      kind text NOT NULL,
      key text NOT NULL,
      person text NOT NULL,
      field text NOT NULL,
      hlc text NOT NULL,
      op text NOT NULL,
      value text NOT NULL,
      PRIMARY KEY (team, kind, key, person, field)
    )`,
    'CREATE INDEX cell_person ON cell (team, person, kind)',
    `CREATE TABLE version (
      team text NOT NULL,
      framework text NOT NULL,
      version bigint NOT NULL,
      digest text NOT NULL,
      PRIMARY KEY (team, framework, version)
    )`,
  ],
};
