// Importing answers, wired: the frameworks and answers that are here, the background to store.
import { storedKey, type StoredAnswer } from '../../lib/formats/answers-plan.ts';
import { line } from '../../lib/formats/cell.ts';
import { dayHere } from '../../lib/model/day.ts';
import { createAnswersImport } from '../../lib/state/answers-import.ts';
import type { AnswersImport } from '../../lib/state/answers-steps.ts';
import { loadBasis } from '../../lib/state/basis.ts';
import { ask, newRequest } from '../../lib/state/own.ts';
import type { Identity } from '../../lib/store/db.ts';
import { frameworks, tagPages } from '../../lib/store/read.ts';
import { ticketAt } from '../../lib/trackers/addresses.ts';
import type { Desk } from './desk.ts';
import { download } from './download.ts';

const LONGEST_NAME = 200;

export const createAnswersImporting = (desk: () => Desk): AnswersImport =>
  createAnswersImport({
    sites: () => desk().sites.peek(),
    ticketAt: (address) => ticketAt(address, desk().sites.peek()),
    now: () => new Date().toISOString(),
    changed: () => void desk().refresh(),
    homes: async () => {
      const db = await desk().database();
      const chosen = desk().chosen.peek();
      const rows = (await frameworks(db)).toSorted((a, b) => Number(b.id === chosen?.id) - Number(a.id === chosen?.id));
      const bases = await Promise.all(rows.map((row) => loadBasis(db, row, dayHere(new Date()))));
      return bases.map(({ team, framework: { id, name, version, claims }, inputs }) => ({ team, id, name, version, claims, inputs }));
    },
    stored: async (signal) => {
      const db = await desk().database();
      const who = (await db.get('meta', 'identity')) as Identity | undefined;
      const stored = new Map<string, StoredAnswer>();
      for await (const page of tagPages(db, 500)) {
        signal.throwIfAborted();
        for (const { team, ticket, person, answer, at, note, effort, evidence } of page)
          if (person === who?.person)
            stored.set(storedKey(team, ticket), {
              ...{ answer, at },
              ...(note === undefined ? {} : { note }),
              ...(effort === undefined ? {} : { effort }),
              ...(evidence === undefined ? {} : { evidence }),
            });
      }
      return stored;
    },
    records: async () => {
      const db = await desk().database();
      return (await db.getAll('records')).map(({ team, key, record, at }) => ({ team, key, record, at }));
    },
    target: (given) => {
      const id = newRequest();
      const file = given.slice(0, LONGEST_NAME).toWellFormed();
      const teamOf = (rows: readonly { readonly team: string }[]): string => rows[0]?.team ?? '';
      return {
        id,
        send: (request, rows) => {
          const named = { request, part: id, team: teamOf(rows), file };
          // All of one chunk's rows are of one kind.
          const records = rows.flatMap((row) => ('record' in row ? [{ key: row.key, record: row.record }] : []));
          if (records.length > 0) return ask({ ask: 'saveRecords', ...named, records });
          return ask({ ask: 'saveTags', ...named, tags: rows.flatMap((row) => ('tag' in row ? [row.tag] : [])) });
        },
        takeBack: (of, rows) => ask({ ask: 'undoTags', request: newRequest(), team: teamOf(rows), of }),
      };
    },
  });

/** Rows that were not read, as a file: text that a spreadsheet would take for a formula is none in it. */
export const saveFaults = (rows: readonly (readonly (string | number)[])[]): void =>
  download(`azimuth-not-read-${dayHere(new Date())}.csv`, 'text/csv;charset=utf-8', ['\uFEFF', ...rows.map(line)]);
