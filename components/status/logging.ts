// Which log form is open, what is typed in each, and what was logged last: one at a time, nothing typed is lost.
import { useState } from 'preact/hooks';
import type { Refusal } from '../../lib/ask.ts';
import { formatReading } from '../../lib/impact/shown.ts';
import { formatDay } from '../../lib/phrases/verdict.ts';
import { say } from '../../lib/say.ts';
import type { MetricStatus } from '../../lib/state/status.ts';
import { type Draft, refusedPhrase } from './log-form.tsx';

/** A reading that was stored, with the operation an undo takes back; or why it was not. */
export type Logged = { readonly state: 'done'; readonly op: string } | { readonly state: 'refused'; readonly why: Refusal };

export interface LogVerbs {
  readonly log: (metric: string, value: number, date: string) => Promise<Logged>;
  /** Gives the reason where it was refused. */
  readonly undo: (op: string) => Promise<Refusal | undefined>;
}

export interface Said {
  readonly metric: string;
  readonly text: string;
  /** The operation to undo, while it can be. */
  readonly op: string | undefined;
}

export interface Logging {
  /** The metric whose form is open. */
  readonly open: string | undefined;
  readonly said: Said | undefined;
  toggle(metric: string): void;
  draft(status: MetricStatus): Draft;
  setDraft(metric: string, draft: Draft): void;
  log(status: MetricStatus, value: number, date: string): Promise<Refusal | undefined>;
  undo(): Promise<void>;
  /** The address where many readings of a metric are pasted or imported; absent where there is no way to it. */
  readonly many?: ((metric: string) => string) | undefined;
}

/** The id of the button that opens a metric's form; focus returns to it. */
export const rowId = (metric: string): string => `row-${metric}`;
const backToRow = (metric: string): void => document.getElementById(rowId(metric))?.focus();

/** The metric whose reading is oldest, or that has none; the North Star where all are alike. */
export function neediest({
  northStar,
  inputs,
}: Record<'northStar', MetricStatus> & Record<'inputs', readonly MetricStatus[]>): MetricStatus {
  const age = ({ days }: MetricStatus): number => days ?? Infinity;
  return inputs.reduce((a, b) => (age(b) > age(a) ? b : a), northStar);
}

export function useLogging(verbs: LogVerbs, many?: Logging['many']): Logging {
  const [open, setOpen] = useState<string>();
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const [said, setSaid] = useState<Said>();
  const setDraft = (metric: string, draft: Draft): void => setDrafts((all) => ({ ...all, [metric]: draft }));
  return {
    open,
    said,
    many,
    setDraft,
    draft: ({ metric, today }) => drafts[metric.id] ?? { value: '', date: today },
    toggle: (metric) => {
      setSaid(undefined);
      setOpen(open === metric ? undefined : metric);
      if (open === metric) backToRow(metric);
    },
    log: async ({ metric, today }, value, date) => {
      const logged = await verbs.log(metric.id, value, date);
      if (logged.state === 'refused') return logged.why;
      setDraft(metric.id, { value: '', date: today });
      setOpen(undefined);
      setSaid({ metric: metric.id, op: logged.op, text: say('statusSaved', formatReading(metric, value), formatDay(date, today)) });
      backToRow(metric.id);
      return undefined;
    },
    undo: async () => {
      if (said?.op === undefined) return;
      const refused = await verbs.undo(said.op);
      setSaid(refused ? { ...said, text: refusedPhrase(refused) } : { ...said, op: undefined, text: say('statusTakenBack') });
      backToRow(said.metric);
    },
  };
}
