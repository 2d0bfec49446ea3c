// Half a year of weekly readings of the sample framework, that end today.
import { BEGUN_WEEKS_AGO, dayBefore } from './planner.ts';

const WEEKS = 26;

interface Course {
  readonly id: string;
  /** The level before work began, and the level now. */
  readonly from: number;
  readonly to: number;
  /** Spread of a week's reading around its course, one standard deviation. */
  readonly noise: number;
  readonly digits: number;
  /** Weeks the newest reading lies back. */
  readonly late: number;
}

const COURSES: readonly Course[] = [
  { id: 'weekly-active-teams', from: 6150, to: 6840, noise: 90, digits: 0, late: 0 },
  { id: 'activation', from: 26, to: 32, noise: 0.8, digits: 1, late: 0 },
  { id: 'templates', from: 23, to: 34.3, noise: 1, digits: 1, late: 1 },
  // So little noise that its miss lies beyond it: the one that is losing.
  { id: 'collaboration', from: 17.6, to: 18.4, noise: 0.16, digits: 1, late: 0 },
  { id: 'completion', from: 58, to: 61, noise: 0.7, digits: 1, late: 0 },
];

/** A whole number shaken into 0..1, always the same: sample data is the same on every device and every day. */
function shaken(n: number): number {
  const once = Math.imul(n + 0x9e3779b9, 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return ((twice ^ (twice >>> 16)) >>> 0) / 2 ** 32;
}

/** The scatter of weekly data around 0, with a spread of 1: most weeks are ordinary, and each still has some of the one before. */
function scatter(course: number, week: number): number {
  const alone = (at: number): number => (shaken(3 * at) + shaken(3 * at + 1) + shaken(3 * at + 2) - 1.5) * 2;
  const at = course * 1000 + week;
  return (alone(at) + 0.4 * alone(at - 1)) / Math.hypot(1, 0.4);
}

export interface SampleReading {
  readonly metric: string;
  readonly date: string;
  readonly value: number;
}

/** Weekly readings of every metric of the sample, the newest on `today`. */
export function sampleReadings(today: string): SampleReading[] {
  return COURSES.flatMap((course, c) =>
    Array.from({ length: WEEKS - course.late }, (_, i) => {
      const weeksAgo = WEEKS - 1 - i;
      const way = Math.max(0, 1 - weeksAgo / BEGUN_WEEKS_AGO);
      // The newest reading is the one the words speak of: it lies on its course.
      const noise = weeksAgo === course.late ? 0 : course.noise * scatter(c, i);
      const value = course.from + (course.to - course.from) * way ** 1.3 + noise;
      return { metric: course.id, date: dayBefore(today, weeksAgo * 7 + course.late * 4), value: Number(value.toFixed(course.digits)) };
    }),
  );
}
