// The needle: its angle is the answer. North gains, east is nothing, south is as large a loss.
import { gapOf, type Subject } from './room.ts';
import type { Verdict } from './pace.ts';

/**
 * Degrees clockwise from north for a mean impact in NSM units: 90 x (1 - clamp(mean / G, -1, 1)), with G a quarter of
 * what is left to the NSM's target (`gapOf`: without one, of a quarter of its reading the good way). Where nothing
 * gives a scale, only the side is known: 45 for a gain, 135 for a loss, 90 for nothing.
 */
export function needleAngle(mean: number, northStar: Subject): number {
  const gap = gapOf(northStar);
  const share = gap === undefined ? Math.sign(northStar.direction === 'up' ? mean : -mean) / 2 : (4 * mean) / gap;
  // No number points nowhere: what is endless of something endless.
  return 90 * (1 - Math.max(-1, Math.min(1, share || 0)));
}

/** Degrees for the verdict; unknown has no needle (a dashed ring). */
export const VERDICT_ANGLES: Readonly<Partial<Record<Verdict['word'], number>>> = {
  winning: 0,
  close: 45,
  losing: 135,
};
