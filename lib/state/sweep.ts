// A sweep: ticket after ticket, one key a step. It knows nothing of pages: who starts it shows the tickets, and stores the answers.
import { batch, computed, signal, type ReadonlySignal } from '@preact/signals-core';
import type { QuestionTag, Refusal, Reply } from '../ask.ts';
import { ticketKey } from '../model/ticket.ts';
import { OTHER, REASONS } from './draft.ts';
import type { MeaningOf } from './meaning.ts';
import type { PanelState } from './panel.ts';
import type { Done, Sweep, SweepPhase, SweepTicket, SweepVerbs } from './sweep-contract.ts';
import { formOf } from './sweep-form.ts';
import type { SweepCommand } from './sweep-keys.ts';
import { joined, minutesLeft } from './sweep-order.ts';

/** Keys that are taken while something is under way, and done when it is over. None of them stores anything. */
const WAITS: ReadonlySet<SweepCommand['do']> = new Set(['pick', 'size', 'step', 'other', 'skip', 'back']);
const MOST_WAITING = 8;

export function createSweep(verbs: SweepVerbs, meaningOf: ReadonlySignal<MeaningOf | undefined>, now: () => number = Date.now): Sweep {
  const phase = signal<SweepPhase>('looking');
  const known = signal<readonly SweepTicket[]>([]);
  const key = signal<string | undefined>(undefined);
  const panel = signal<PanelState | undefined>(undefined);
  const typing = signal(false);
  const all = signal(false);
  const done = signal<readonly Done[]>([]);
  const steps = signal<readonly number[]>([]);
  const trouble = signal<Refusal | 'gone' | 'unfinished' | undefined>(undefined);
  const more = signal(false);
  /** Tickets this sweep has come to: they stay in the walk, whatever became of them. */
  const met = signal<ReadonlySet<string>>(new Set());
  const walk = computed(() => known.value.filter((one) => all.value || !one.answered || met.value.has(ticketKey(one.ticket))));
  const index = computed(() => walk.value.findIndex(({ ticket }) => ticketKey(ticket) === key.value));
  const at = computed(() => walk.value[index.value]);
  const questions = new Map<string, Promise<Reply>>();
  let since = now();
  let busy = false;
  let waiting: SweepCommand[] = [];
  let turn = 0;

  const asked = (ticket: string): Promise<Reply> => {
    const name = ticketKey(ticket);
    const question = questions.get(name) ?? verbs.question(ticket);
    questions.set(name, question);
    question.catch(() => questions.delete(name));
    return question;
  };

  function leave(): void {
    panel.value?.dispose();
    batch(() => {
      panel.value = undefined;
      trouble.value = undefined;
      typing.value = false;
    });
  }

  /** Takes a ticket up: its row is shown, its question stands. */
  async function take(one: SweepTicket): Promise<void> {
    const mine = ++turn;
    leave();
    batch(() => {
      key.value = ticketKey(one.ticket);
      met.value = new Set([...met.value, ticketKey(one.ticket)]);
      phase.value = 'asking';
    });
    verbs.note(one.ticket);
    const [reply, there] = await Promise.all([asked(one.ticket), verbs.reveal(one.ticket)]);
    questions.delete(ticketKey(one.ticket));
    if (mine !== turn || phase.value === 'stopped') return;
    show(one, reply);
    if (!there) trouble.value = 'gone';
    since = now();
    const following = walk.value[index.value + 1];
    if (following) asked(following.ticket).catch(() => {});
  }

  function show(one: SweepTicket, reply: Reply): void {
    panel.value?.dispose();
    panel.value = reply.state === 'ask' ? formOf(verbs, one, reply, meaningOf) : undefined;
    if (reply.state !== 'ask') trouble.value = reply.state === 'refused' ? reply.why : 'not-allowed';
  }

  async function next(): Promise<void> {
    steps.value = [...steps.value, now() - since];
    const from = index.value;
    let following = walk.value[from + 1];
    if (!following) {
      phase.value = 'looking';
      await verbs.further();
      following = walk.value[index.value + 1];
    }
    if (phase.peek() === 'stopped') return;
    if (following) return take(following);
    leave();
    batch(() => {
      more.value = verbs.pages();
      phase.value = 'end';
    });
  }

  async function save(): Promise<void> {
    const one = at.value;
    const form = panel.value;
    if (!one || !form) return;
    if (form.phase.value === 'answered') return next();
    if (form.pick.value === '') return void (trouble.value = 'unfinished');
    if (!form.meaning.value && !(await verbs.bring())) return void (trouble.value = 'failed');
    if (!form.meaning.value?.answer) return void (trouble.value = 'unfinished');
    await form.save();
    const stored: QuestionTag | undefined = form.tag.value;
    if (form.phase.peek() !== 'answered' || !stored) {
      trouble.value = form.refusal.value ?? 'failed';
      return;
    }
    done.value = [...done.value, { ticket: one.ticket, title: one.title, team: form.question.team, op: stored.op }];
    await next();
  }

  async function undo(): Promise<void> {
    const last = done.value.at(-1);
    if (!last) return;
    const reply = await verbs.undo({ ...last, request: crypto.randomUUID() });
    if (reply.state === 'refused') return void (trouble.value = reply.why);
    done.value = done.value.slice(0, -1);
    questions.delete(ticketKey(last.ticket));
    const one = known.value.find(({ ticket }) => ticketKey(ticket) === ticketKey(last.ticket));
    if (one) await take(one);
  }

  /** Begins to answer: an answer that stands, or was refused, is changed. */
  function edited(): PanelState | undefined {
    const form = panel.value;
    if (!form || form.phase.value === 'saving') return undefined;
    if (form.phase.value !== 'asking') form.edit();
    trouble.value = trouble.value === 'gone' ? 'gone' : undefined;
    return form;
  }

  async function act(command: SweepCommand): Promise<void> {
    switch (command.do) {
      case 'pick': {
        const input = panel.value?.question.inputs[command.index];
        if (input) edited()?.choose(input.id);
        return;
      }
      case 'other':
        return edited()?.choose(OTHER);
      case 'size': {
        const form = edited();
        if (!form) return;
        if (form.pick.value === OTHER) return void (form.reason.value = REASONS[command.index] ?? form.reason.value);
        if (!form.meaning.value) await verbs.bring();
        const size = form.meaning.value?.sizes[command.index];
        if (size) form.type(0, size.text);
        return;
      }
      case 'step':
        return edited()?.step(command.by);
      case 'type':
        if (panel.value?.rows.value[0] && panel.value.pick.value !== OTHER && edited()) typing.value = true;
        return;
      case 'leave':
        return void (typing.value = false);
      case 'save':
        return phase.value === 'end' ? onward() : save();
      case 'skip':
        return phase.value === 'end' ? undefined : next();
      case 'back': {
        const before = phase.value === 'end' ? walk.value.at(-1) : walk.value[index.value - 1];
        return before && take(before);
      }
      case 'undo':
        return undo();
      case 'open':
        return at.value && verbs.open(at.value.ticket);
      case 'all': {
        all.value = !all.value;
        const here = at.value ?? walk.value[0];
        return here && phase.value === 'end' ? take(here) : undefined;
      }
      case 'onward':
        return onward();
      case 'stop':
        leave();
        phase.value = 'stopped';
        return verbs.stopped();
    }
  }

  /** Does one thing at a time; then the keys that came meanwhile. */
  async function alone(work: () => unknown): Promise<void> {
    busy = true;
    waiting = [];
    try {
      await work();
      for (let one = waiting.shift(); one; one = waiting.shift()) await act(one);
    } catch (error) {
      verbs.gone(error);
    } finally {
      busy = false;
    }
  }

  function onward(): void {
    if (phase.value === 'end' && more.value) verbs.onward();
  }

  return {
    ...{ phase, walk, at, panel, typing, all, done, trouble, more },
    passed: computed(() => known.value.length - walk.value.length),
    last: computed(() => done.value.at(-1)),
    count: computed(() => (phase.value === 'end' ? walk.value.length : index.value + 1)),
    left: computed(() => minutesLeft(steps.value, walk.value.length - Math.max(0, index.value))),
    see: (tickets) => {
      // What this sweep has answered itself counts as it was.
      const before = new Map(known.value.map((one) => [ticketKey(one.ticket), one]));
      known.value = joined(
        known.value,
        tickets.map((one) => ({ ...one, answered: before.get(ticketKey(one.ticket))?.answered ?? one.answered })),
      );
    },
    start: async (from) => {
      const place = known.value.findIndex(({ ticket }) => from !== undefined && ticketKey(ticket) === ticketKey(from));
      const rest = new Set(known.value.slice(Math.max(0, place)).map(({ ticket }) => ticketKey(ticket)));
      const first = walk.value.find(({ ticket }) => rest.has(ticketKey(ticket))) ?? walk.value[0];
      await alone(() => (first ? take(first) : next()));
    },
    do: async (command) => {
      if (phase.value === 'stopped') return;
      if (command.do === 'stop' || command.do === 'open') return act(command);
      if (busy) {
        if (WAITS.has(command.do) && waiting.length < MOST_WAITING) waiting.push(command);
        return;
      }
      await alone(() => act(command));
    },
    dispose: () => {
      phase.value = 'stopped';
      leave();
    },
  };
}
