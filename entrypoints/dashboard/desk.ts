// What all views of the dashboard work with: the database to read, the background to write, and where one is.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Toast } from '../../components/shell/toast.tsx';
import type { Refusal } from '../../lib/ask.ts';
import type { Site } from '../../lib/model/site.ts';
import type { OwnAsk } from '../../lib/messages.ts';
import { say, type Word } from '../../lib/say.ts';
import { choose } from '../../lib/state/basis.ts';
import { dayHere } from '../../lib/model/day.ts';
import { ask } from '../../lib/state/own.ts';
import { hashOf, parseRoute, type Route, type View } from '../../lib/state/route.ts';
import { type Db, type FrameworkRow, keepOpen } from '../../lib/store/db.ts';
import { changeMark, frameworks, answerCount, sitesIn } from '../../lib/store/read.ts';
import { refusalOf } from '../../lib/store/refusal.ts';

/** One view: `refresh` reads what it shows, when it is entered and after anything was stored. */
export interface Room {
  draw(): ComponentChildren;
  refresh(db: Db): Promise<void>;
  /** Takes over an address that differs in nothing one has to read for; absent where every address is read for. */
  follow?(): void;
}

export interface Desk {
  readonly route: ReadonlySignal<Route>;
  readonly rows: ReadonlySignal<readonly FrameworkRow[]>;
  /** The framework looked at; `undefined` when there is none. */
  readonly chosen: ReadonlySignal<FrameworkRow | undefined>;
  readonly answers: ReadonlySignal<number>;
  /** The trackers' sites of the user's own. */
  readonly sites: ReadonlySignal<readonly Site[]>;
  readonly refused: ReadonlySignal<Refusal | undefined>;
  /** Whether the first read has ended. */
  readonly ready: ReadonlySignal<boolean>;
  readonly toast: Signal<Toast | undefined>;
  readonly database: () => Promise<Db>;
  /** @param how `replace` leaves no step to go back to, `step` leaves one; neither reads anything anew */
  go(view: View, params?: Readonly<Record<string, string | undefined>>, how?: 'replace' | 'step'): void;
  /** Has something stored, then reads anew; says so where it was refused. */
  write(message: OwnAsk, done?: Toast): Promise<boolean>;
  /** Reads anew what the rail and the present view show. */
  refresh(): Promise<void>;
  /** The same, if anything was stored since. */
  look(): Promise<void>;
}

const REFUSED: Readonly<Partial<Record<Refusal, Word>>> = { 'disk-full': 'shellNotDoneDisk', 'storage-refused': 'shellNotDoneStorage' };

/** @param room the view at a route */
export function createDesk(room: (view: View) => Room): Desk {
  const database = keepOpen();
  const route = signal(parseRoute(location.hash));
  const rows = signal<readonly FrameworkRow[]>([]);
  const answers = signal(0);
  const sites = signal<readonly Site[]>([]);
  const refused = signal<Refusal | undefined>(undefined);
  const ready = signal(false);
  const toast = signal<Toast | undefined>(undefined);
  const chosen = computed(() => choose(rows.value, route.value.params['framework']));
  let mark = '';

  async function refresh(): Promise<void> {
    try {
      const db = await database();
      mark = await changeMark(db, dayHere(new Date()));
      rows.value = await frameworks(db);
      sites.value = await sitesIn(db);
      answers.value = chosen.value ? await answerCount(db, chosen.value) : 0;
      refused.value = undefined;
      ready.value = true;
      await room(route.value.view).refresh(db);
    } catch (error) {
      console.error('Azimuth could not read its database.', error);
      refused.value = refusalOf(error);
      ready.value = true;
    }
  }

  async function look(): Promise<void> {
    const now = await database()
      // A page left open overnight is drawn anew: ages, verdicts and the week it speaks of are another day's.
      .then((db) => changeMark(db, dayHere(new Date())))
      .catch(() => '');
    if (now !== mark) await refresh();
  }

  addEventListener('hashchange', () => {
    const before = route.value;
    const { view, params } = (route.value = parseRoute(location.hash));
    const { follow } = room(view);
    if (!follow || view !== before.view || params['framework'] !== before.params['framework']) return void refresh();
    follow();
    void look();
  });

  return {
    ...{ route, rows, chosen, answers, sites, refused, ready, toast, database, refresh, look },
    go: (view, params, how) => {
      const hash = hashOf(view, params);
      if (how === undefined) location.hash = hash;
      else {
        history[how === 'step' ? 'pushState' : 'replaceState'](null, '', hash);
        route.value = parseRoute(hash);
      }
    },
    write: async (message, done) => {
      const reply = await ask(message);
      toast.value = reply.state === 'done' ? done : { text: say(REFUSED[reply.why] ?? 'shellNotDone'), tone: 'bad' };
      await refresh();
      return reply.state === 'done';
    },
  };
}
