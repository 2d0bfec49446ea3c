// Importing readings, wired: the database to compare with, the background to store.
import { dayHere } from '../../lib/model/day.ts';
import { createImport, type Importing } from '../../lib/state/import.ts';
import { ask, newRequest } from '../../lib/state/own.ts';
import { valuesOf } from '../../lib/store/read.ts';
import type { Desk } from './desk.ts';

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
      return {
        id: newRequest(),
        send: (request, readings) => ask({ ask: 'importReadings', request, team, framework, readings: [...readings] }),
        takeBack: (of) => ask({ ask: 'undoImport', request: newRequest(), team, of }),
      };
    },
  });
}
