// What a report says, as words and numbers that are ready to be shown; report.ts makes a page of it.

export type ReportTone = 'ok' | 'warn' | 'bad' | 'muted';

/** A metric's course for a small chart. */
export interface Course {
  /** Oldest first: day as ms since 1970, and value. */
  readonly points: readonly (readonly [time: number, value: number])[];
  /** From baseline to target. */
  readonly pace?: readonly [readonly [number, number], readonly [number, number]];
}

export interface ReportFigure {
  readonly name: string;
  readonly value: string;
  readonly note: string;
  readonly tone: ReportTone;
}

export interface ReportMetric {
  readonly name: string;
  readonly owner: string;
  readonly now: string;
  readonly goals: string;
  readonly word: string;
  readonly tone: ReportTone;
  readonly age: string;
  readonly stale: boolean;
  readonly course: Course;
}

/** How the North Star and its inputs do. */
export interface ReportStatus {
  readonly northStar: string;
  readonly question: string;
  readonly word: string;
  readonly tone: ReportTone;
  readonly rule: string;
  readonly figures: readonly ReportFigure[];
  readonly course: Course;
  /** What the large chart shows, in a sentence. */
  readonly chart: string;
  readonly heads: { readonly input: string; readonly now: string; readonly goals: string; readonly verdict: string; readonly age: string };
  readonly inputs: readonly ReportMetric[];
}

/** The words of a report besides its rows. */
export interface ReportWords {
  readonly title: string;
  /** When and with what it was made. */
  readonly made: string;
  /** What the list holds. */
  readonly list: string;
  readonly rank: string;
  readonly nothing: string;
  readonly sample: string;
  /** Said where rows are left out. */
  cut(shown: number, all: number): string;
  readonly byInput: string;
  readonly byReason: string;
  readonly tickets: string;
  reason(reason: string): string;
  /** Signed, with its unit; and an effort in points. */
  gain(value: number, unit: string): string;
  effort(value: number): string;
  /** How the numbers are meant. */
  readonly meaning: string;
}

export interface ReportPage {
  readonly words: ReportWords;
  /** None where a report is made without a framework. */
  readonly status?: ReportStatus;
  /** Which way the North Star is to go. */
  readonly good: 'up' | 'down';
}
