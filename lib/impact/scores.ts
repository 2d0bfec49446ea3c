// Ways of scoring that teams know, over the same answers. Each takes a few classes out of numbers that say more; none is used for
// anything but to show its own order.
import { median } from './team.ts';

/** What a score needs of a ticket, gains in NSM units and the good way. */
export interface Scored {
  /** As given, if it moves. */
  readonly size: number;
  /** That it moves at all. */
  readonly chance: number;
  readonly effort: number | undefined;
}

/** Middle sizes of the backlog: classes are taken relative to them. */
export interface Middles {
  readonly size: number;
  readonly worth: number;
  readonly effort: number;
}

const positive = (values: readonly number[]): number[] => values.filter((value) => value > 0);
const middle = (values: readonly number[]): number => (values.length > 0 ? median(values) : 1);

/** @returns medians of what is not zero, 1 where there is nothing */
export function middlesOf(tickets: readonly Scored[]): Middles {
  return {
    size: middle(positive(tickets.map(({ size }) => Math.abs(size)))),
    worth: middle(positive(tickets.map(({ size, chance }) => size * chance))),
    effort: middle(positive(tickets.map(({ effort }) => effort ?? 0))),
  };
}

/** The class nearest in proportion; the lower one of two as near. */
function nearest(value: number, classes: readonly number[]): number {
  const off = (one: number): number => Math.abs(Math.log(value / one));
  return classes.reduce((best, one) => (off(one) < off(best) - 1e-12 ? one : best));
}

const RICE_IMPACT = [0.25, 0.5, 1, 2, 3];

/**
 * RICE: impact class x confidence class / effort. A tag holds no reach (its gain counts everybody), so reach is 1.
 * Source: Acceptance simulations, Ranking.
 */
export function riceOf({ size, chance, effort }: Scored, middles: Middles): number | undefined {
  if (!effort) return undefined;
  const impact = size > 0 ? nearest(size / middles.size, RICE_IMPACT) : 0;
  const confidence = chance >= 0.8 ? 1 : chance >= 0.5 ? 0.8 : 0.5;
  return (impact * confidence) / effort;
}

const ten = (value: number): number => Math.min(10, Math.max(1, Math.round(value)));

/** ICE: impact, confidence and ease from 1 to 10, multiplied; a middling gain or effort counts 5. Without a gain it is 0. */
export function iceOf({ size, chance, effort }: Scored, middles: Middles): number | undefined {
  if (!effort) return undefined;
  if (!(size > 0)) return 0;
  return ten((5 * size) / middles.size) * ten(10 * chance) * ten((5 * middles.effort) / effort);
}

const FIBONACCI = [1, 2, 3, 5, 8, 13, 20];

/** WSJF: cost of delay / job size, both from 1, 2, 3, 5, 8, 13, 20 with 5 in the middle; what a week of delay costs is the gain. */
export function wsjfOf({ size, chance, effort }: Scored, middles: Middles): number | undefined {
  if (!effort) return undefined;
  const worth = size * chance;
  if (!(worth > 0)) return 0;
  return nearest((5 * worth) / middles.worth, FIBONACCI) / nearest((5 * effort) / middles.effort, FIBONACCI);
}

/** Value against effort, best first. */
export const QUADRANTS = ['quick-win', 'big-bet', 'fill-in', 'time-sink'] as const;
export type Quadrant = (typeof QUADRANTS)[number];

/** Where value and effort part high from low: a ticket on the line is high in value, low in effort. */
export interface Lines {
  readonly value: number;
  readonly effort: number;
}

/** `undefined` without an effort. @param value gain in NSM units, the good way */
export function quadrantOf(value: number, effort: number | undefined, lines: Lines): Quadrant | undefined {
  if (!effort) return undefined;
  const high = value > 0 && value >= lines.value;
  return effort <= lines.effort ? (high ? 'quick-win' : 'fill-in') : high ? 'big-bet' : 'time-sink';
}
