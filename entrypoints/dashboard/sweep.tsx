// The view "Sweep": over pasted tickets, a tracker's export, or what waits for an answer.
import { type Signal, signal } from '@preact/signals';
import sweepCss from '../../components/sweep/sweep.css?inline';
import tokens from '../../components/panel/tokens.css?inline';
import { SweepList, type ListNotes } from '../../components/sweep/list.tsx';
import { SweepSource } from '../../components/sweep/source.tsx';
import { drawSweep, type SweepLook } from '../../components/sweep/sweep.tsx';
import { dayHere } from '../../lib/model/day.ts';
import type { TicketFacts } from '../../lib/model/facts.ts';
import { ticketUrl } from '../../lib/model/ticket.ts';
import { chipValues } from '../../lib/requests/chips.ts';
import { question } from '../../lib/requests/question.ts';
import { direction, say } from '../../lib/say.ts';
import { type NamedText, readFile, isRefusal } from '../../lib/state/import-source.ts';
import { meaningOf } from '../../lib/state/meaning.ts';
import { ask } from '../../lib/state/own.ts';
import { createSweep } from '../../lib/state/sweep.ts';
import type { Sweep, SweepVerbs } from '../../lib/state/sweep-contract.ts';
import { type SweepCommand, sweepCommand } from '../../lib/state/sweep-keys.ts';
import { type Listed, type Read, readTickets, unanswered } from '../../lib/state/sweep-source.ts';
import { keySites, type NamedTicket } from '../../lib/state/ticket-text.ts';
import type { Db } from '../../lib/store/db.ts';
import { ticketAt } from '../../lib/trackers/addresses.ts';
import type { Desk, Room } from './desk.ts';

const AT_ONCE = 500;

/**
 * @param singleKeys whether single letters act wherever the focus is; in the bar they always do
 * @param asked tickets that another view wants answered; they are taken from it
 */
export function createSweepRoom(desk: () => Desk, singleKeys: () => boolean, asked: Signal<readonly NamedTicket[] | undefined>): Room {
  const text = signal('');
  const site = signal('');
  const read = signal<Read | undefined>(undefined);
  const waiting = signal<readonly NamedTicket[]>([]);
  const sweep = signal<Sweep | undefined>(undefined);
  const notes = signal<ListNotes>({ unnamed: 0, finished: 0, elsewhere: 0 });
  const elsewhere = signal(0);
  const arithmetic = signal(meaningOf);
  const drafts = new Map<string, string>();
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const look = signal<SweepLook>({ tracker: 'dashboard', theme: dark.matches ? 'dark' : 'light', own: true });
  dark.addEventListener('change', () => (look.value = { ...look.value, theme: dark.matches ? 'dark' : 'light' }));
  /** What was read last: read again once it is known of which site its keys are. */
  let given: NamedText = { name: '', text: '', encoding: undefined };
  let reading = new AbortController();

  const today = (): string => dayHere(new Date());
  const sites = (): string[] => keySites(desk().chosen.value?.framework.claims ?? []);

  const verbs: SweepVerbs = {
    question: async (ticket) => question(await desk().database(), ticket, today()),
    save: async ({ ticket, title, team, answer, remarks, request }) => {
      const done = await ask({ ask: 'saveTags', request, team, tags: [{ ticket, title, answer, ...remarks }] });
      if (done.state === 'refused') return done;
      drafts.delete(ticket);
      const now = await question(await desk().database(), ticket, today());
      return now.state === 'ask' && now.tag ? { state: 'saved', tag: now.tag } : { state: 'refused', why: 'failed' };
    },
    undo: async ({ ticket, team, op, request }) => {
      const done = await ask({ ask: 'undoOperation', request, team, op });
      return done.state === 'refused' ? done : question(await desk().database(), ticket, today());
    },
    keepDraft: async (ticket, draft) => {
      if (draft === undefined) drafts.delete(ticket);
      else drafts.set(ticket, draft);
      return true;
    },
    draftOf: (ticket) => drafts.get(ticket),
    bring: async () => true,
    reveal: async () => {
      requestAnimationFrame(() => document.querySelector('.walk .here')?.scrollIntoView({ block: 'center', behavior: 'instant' }));
      return true;
    },
    further: async () => {},
    pages: () => false,
    onward: () => {},
    open: (ticket) => void window.open(ticketUrl(ticket), '_blank', 'noopener'),
    note: () => {},
    stopped: () => leave(),
    gone: (error) => console.error('Azimuth could not go on with this sweep.', error),
  };

  function leave(): void {
    sweep.value?.dispose();
    sweep.value = undefined;
    void desk().refresh();
  }

  async function begin({ tickets, facts, unnamed, finished }: Listed): Promise<void> {
    await keepFacts(facts);
    const db = await desk().database();
    const walked = createSweep(verbs, arithmetic);
    let outside = 0;
    for (let i = 0; i < tickets.length; i += AT_ONCE) {
      const some = tickets.slice(i, i + AT_ONCE);
      const values = await chipValues(
        db,
        some.map(({ ticket }) => ticket),
        today(),
      );
      outside += values.filter((value) => value === null).length;
      const known = await Promise.all(
        some.map(async (one) => ({ ...one, title: one.title || ((await db.get('tickets', one.ticket.toLowerCase()))?.title ?? '') })),
      );
      walked.see(known.flatMap((one, at) => (values[at] ? [{ ...one, answered: values[at].kind !== 'open' }] : [])));
    }
    elsewhere.value = outside === tickets.length ? outside : 0;
    if (elsewhere.value > 0) return;
    notes.value = { unnamed, finished, elsewhere: outside };
    read.value = undefined;
    sweep.value = walked;
    await walked.start();
  }

  async function keepFacts(facts: readonly TicketFacts[]): Promise<void> {
    for (let i = 0; i < facts.length; i += AT_ONCE) await ask({ ask: 'seeTickets', tickets: facts.slice(i, i + AT_ONCE) });
  }

  async function take(next: NamedText): Promise<void> {
    given = next;
    reading.abort();
    reading = new AbortController();
    elsewhere.value = 0;
    const known = desk().sites.value;
    const found = await readTickets(
      given,
      { site: site.value, sites: sites(), ticketAt: (address) => ticketAt(address, known) },
      reading.signal,
    );
    read.value = found;
    if (found.at === 'listed') await begin(found.listed);
  }

  const fail = (error: unknown): void => {
    if (!reading.signal.aborted) read.value = { at: 'refused', why: { why: 'unreadable' } };
    console.error('Azimuth could not read this.', error);
  };
  const takeText = (): void =>
    void take(text.value.trim() === '' ? given : { name: '', text: text.value, encoding: undefined }).catch(fail);
  async function takeFile(file: File): Promise<void> {
    const got = await readFile(file, () => {}, reading.signal);
    text.value = '';
    if (isRefusal(got)) read.value = { at: 'refused', why: got };
    else await take(got);
  }

  const act = (command: SweepCommand): void => void sweep.value?.do(command).then(() => queueMicrotask(focus));
  let root: ShadowRoot | undefined;
  function focus(): void {
    const box = root?.querySelector<HTMLInputElement>('#amount');
    if (!box) root?.querySelector<HTMLElement>('.bar')?.focus({ preventScroll: true });
    // What stands there is typed over.
    else if (root?.activeElement !== box) {
      box.focus({ preventScroll: true });
      box.select();
    }
  }

  document.addEventListener('keydown', (event) => {
    const [target] = event.composedPath();
    if (!sweep.value || desk().route.value.view !== 'sweep' || !(target instanceof Element) || event.defaultPrevented) return;
    if (!singleKeys() && !(root && event.composedPath().includes(root))) return;
    if (target.closest('dialog, textarea, select') || (target.matches('input') && target.id !== 'amount')) return;
    const where = target.id === 'amount' ? 'text' : target.matches('button, a') ? 'button' : 'walk';
    const command = sweepCommand(event, where);
    if (!command || (event.repeat && command.do !== 'step')) return;
    event.preventDefault();
    act(command.do === 'step' && direction() === 'rtl' ? { do: 'step', by: -command.by as -1 | 1 } : command);
  });

  /** The bar in a root of its own: its shapes are made for other people's pages. */
  let stop: (() => void) | undefined;
  const hold = (walked: Sweep) => (element: HTMLElement | null) => {
    stop?.();
    stop = undefined;
    if (!element) return;
    root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(tokens + sweepCss);
    root.adoptedStyleSheets = [sheet];
    stop = drawSweep({ sweep: walked, look, act }, root);
    focus();
  };
  let held: { readonly of: Sweep; readonly ref: (element: HTMLElement | null) => void } | undefined;
  const refOf = (walked: Sweep) => {
    if (held?.of !== walked) held = { of: walked, ref: hold(walked) };
    return held.ref;
  };

  return {
    refresh: async (db: Db) => {
      const [row, wanted] = [desk().chosen.value, asked.value];
      if (wanted) {
        asked.value = undefined;
        sweep.value?.dispose();
        sweep.value = undefined;
        return begin({ tickets: wanted, facts: [], unnamed: 0, finished: 0 });
      }
      waiting.value = row && !sweep.value ? await unanswered(db, { team: row.team, claims: row.framework.claims }) : [];
    },
    draw: () => (
      <div class="sweeping">
        <header class="top">
          <h1 tabIndex={-1}>{say('sweep')}</h1>
        </header>
        {sweep.value ? (
          <>
            <SweepList sweep={sweep.value} notes={notes.value} onAnother={leave} />
            <div ref={refOf(sweep.value)} data-at="dashboard" />
          </>
        ) : (
          <SweepSource
            {...{ text, site, read: read.value, elsewhere: elsewhere.value }}
            sites={sites()}
            waiting={waiting.value.length}
            onText={takeText}
            onFile={(file) => void takeFile(file).catch(fail)}
            onWaiting={() => void begin({ tickets: waiting.value, facts: [], unnamed: 0, finished: 0 }).catch(fail)}
          />
        )}
      </div>
    ),
  };
}
