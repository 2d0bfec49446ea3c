// The secret address of the page and the feed for those without the extension.
import type { Migration } from './migrations.ts';

export const feed: Migration = {
  version: 3,
  name: 'feed',
  statements: ['CREATE TABLE feed (team text NOT NULL, hash text NOT NULL, since bigint NOT NULL, PRIMARY KEY (team, hash))'],
};
