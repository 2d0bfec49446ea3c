// Importing readings, wired: the database to compare with, the background to store.
import { dayHere } from '../../lib/model/day.ts';
import { createImport, type Importing } from '../../lib/state/import.ts';
import { createEarlierImports, type EarlierImports } from '../../lib/state/earlier-imports.ts';
import { ask, newRequest } from '../../lib/state/own.ts';
import type { Db } from '../../lib/store/db.ts';
import { importsOf } from '../../lib/store/imports.ts';
import { valuesOf } from '../../lib/store/read.ts';
import type { Desk } from './desk.ts';

const MOST_LISTED = 12;

export function createImporting(desk: () => Desk): Importing {
  const target = (): { readonly team: string; readonly framework: string } => {
    const row = desk().chosen.peek();
    return { team: row?.team ?? '', framework: row?.id ?? '' };
  };
  return createImport({
    metrics: () => desk().chosen.peek()?.framework.metrics ?? [],
    prefer: () => desk().route.peek().params['metric'],
    today: () => dayHere(new Date()),
    stored: async (metrics, signal) => valuesOf(await desk().database(), { ...target(), metrics }, signal),
    changed: () => void desk().refresh(),
    target: () => {
      const { team, framework } = target();
      const id = newRequest();
      return {
        id,
        send: (request, readings) => ask({ ask: 'importReadings', request, part: id, team, framework, readings: [...readings] }),
        takeBack: (of) => ask({ ask: 'undoImport', request: newRequest(), team, of }),
      };
    },
  });
}

/** Imports of the framework looked at, as they were when the view was last refreshed. */
export function createEarlier(desk: () => Desk): EarlierImports & { refresh(db: Db): Promise<void> } {
  const earlier = createEarlierImports(
    (of, team, kind) => ask({ ask: kind === 'readings' ? 'undoImport' : 'undoTags', request: newRequest(), team, of }),
    () => void desk().refresh(),
  );
  return {
    ...earlier,
    refresh: async (db) => {
      const row = desk().chosen.peek();
      earlier.show(row ? await importsOf(db, row.team, row.id, MOST_LISTED) : []);
    },
  };
}
