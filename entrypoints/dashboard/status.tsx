// The view "Status".
import { signal } from '@preact/signals';
import { Without } from '../../components/shell/without.tsx';
import { StatusView } from '../../components/status/status.tsx';
import type { LoadHistory } from '../../components/status/table.tsx';
import { ask, newRequest } from '../../lib/state/own.ts';
import { dayHere } from '../../lib/model/day.ts';
import { readingHistory } from '../../lib/state/reading-history.ts';
import { loadStatus, type StatusModel } from '../../lib/state/status.ts';
import type { Desk, Room } from './desk.ts';

export function createStatus(desk: () => Desk): Room {
  const model = signal<StatusModel | undefined>(undefined);
  const team = (): string => model.value?.team ?? '';
  return {
    refresh: async (db) => {
      const row = desk().chosen.value;
      model.value = row && (await loadStatus(db, row.id, dayHere(new Date())));
    },
    draw: () => {
      const now = model.value;
      if (!desk().chosen.value) return <Without onSample={() => void desk().write({ ask: 'loadSample' })} />;
      return now ? <StatusView key={now.framework.id} model={now} onLog={log} onUndo={undo} onHistory={history} /> : null;
    },
  };

  async function log(metric: string, value: number, date: string): ReturnType<Parameters<typeof StatusView>[0]['onLog']> {
    const request = newRequest();
    const reading = { framework: model.value?.framework.id ?? '', metric, date, value, source: 'typed' as const };
    const done = await ask({ ask: 'logReading', request, team: team(), reading });
    if (done.state === 'refused') return done;
    await desk().refresh();
    return { state: 'done', op: request };
  }

  async function history(metric: string, since: string): ReturnType<LoadHistory> {
    return readingHistory(await desk().database(), { team: team(), framework: model.value?.framework.id ?? '', metric }, since);
  }

  async function undo(op: string): ReturnType<Parameters<typeof StatusView>[0]['onUndo']> {
    const done = await ask({ ask: 'undoOperation', request: newRequest(), team: team(), op });
    await desk().refresh();
    return done.state === 'refused' ? done.why : undefined;
  }
}
