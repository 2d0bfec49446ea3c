// What a framework lacks or contradicts. Notes explain; they never forbid (the source documents differ too much among
// themselves for that). Each names the requirement it comes from.
import type { Framework } from '../model/framework.ts';
import type { Metric } from '../model/metric.ts';
import { covers } from '../model/ticket.ts';
import type { Sketch } from './framework-check.ts';

export type NoteCode =
  | 'no-inputs'
  | 'few-inputs'
  | 'six-inputs'
  | 'many-inputs'
  | 'no-sensitivity'
  | 'no-owner'
  | 'no-goal'
  | 'wrong-way'
  | 'dates'
  | 'sign'
  | 'no-claims'
  | 'shared-claim';

export interface Note {
  readonly level: 'note' | 'warning';
  readonly code: NoteCode;
  /** Ids of the metrics it speaks of, in framework order. */
  readonly metrics: readonly string[];
  /** How many inputs; or the claim and the framework that shares it. */
  readonly values: readonly (string | number)[];
  /** Number and source of the requirement; absent where it is only about this program. */
  readonly rule?: readonly [number, string];
}

const STEP_4 = [3, 'S3 step 4'] as const;

function aboutCount(inputs: number): Note[] {
  const note = (level: Note['level'], code: NoteCode, rule: Note['rule']): Note[] => [
    { level, code, metrics: [], values: [inputs], ...(rule && { rule }) },
  ];
  if (inputs === 0) return note('warning', 'no-inputs', [82, 'S0']);
  if (inputs < 3) return note('warning', 'few-inputs', STEP_4);
  if (inputs > 6) return note('warning', 'many-inputs', [12, 'S3 step 4']);
  return inputs === 6 ? note('note', 'six-inputs', STEP_4) : [];
}

/** The target lies behind the baseline, seen the way that is good. */
const wrongWay = ({ baseline, target, direction }: Metric): boolean =>
  baseline !== undefined && target !== undefined && (direction === 'up' ? target.value < baseline.value : target.value > baseline.value);

const backwards = ({ baseline, target }: Metric): boolean => baseline !== undefined && target !== undefined && target.date <= baseline.date;

/** More of the input is said to help or harm the NSM, and its direction says the opposite. */
const contradicts = (input: Metric, northStar: Metric | undefined): boolean => {
  const worth = input.sensitivity && input.sensitivity.low + input.sensitivity.high;
  return worth !== undefined && worth !== 0 && worth > 0 !== (input.direction === northStar?.direction);
};

/** @param others the other frameworks there are */
export function notesOn(framework: Sketch, others: readonly Framework[]): Note[] {
  const northStar = framework.metrics.find((metric) => metric.role === 'north-star');
  const inputs = framework.metrics.filter((metric) => metric.role === 'input');
  const asked = [...(northStar ? [northStar] : []), ...inputs];
  const about = (level: Note['level'], code: NoteCode, rule: NonNullable<Note['rule']>, metrics: readonly Metric[]): Note[] =>
    metrics.length > 0 ? [{ level, code, metrics: metrics.map(({ id }) => id), values: [], rule }] : [];
  const shared = framework.claims.flatMap((claim) =>
    others
      .filter((other) => other.id !== framework.id && other.claims.some((theirs) => covers(theirs, claim) || covers(claim, theirs)))
      .map((other): Note => ({ level: 'warning', code: 'shared-claim', metrics: [], values: [claim, other.name] })),
  );
  return [
    ...aboutCount(inputs.length),
    ...about(
      'warning',
      'no-sensitivity',
      [13, 'S3 step 4'],
      inputs.filter((input) => !input.sensitivity),
    ),
    ...about(
      'warning',
      'sign',
      [16, 'S3'],
      inputs.filter((input) => contradicts(input, northStar)),
    ),
    ...about('warning', 'wrong-way', [16, 'S3'], asked.filter(wrongWay)),
    ...about('warning', 'dates', [45, 'S3 step 5'], asked.filter(backwards)),
    ...(framework.claims.length === 0 ? [{ level: 'warning', code: 'no-claims', metrics: [], values: [] } as const] : shared),
    ...about(
      'note',
      'no-goal',
      [45, 'S3 step 5'],
      asked.filter((metric) => !metric.baseline || !metric.target),
    ),
    ...about(
      'note',
      'no-owner',
      [43, 'S3 step 5'],
      inputs.filter((input) => !input.owner),
    ),
  ];
}
