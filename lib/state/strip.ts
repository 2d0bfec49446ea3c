// The shape of the distribution strip: how likely which gain is, with zero always on it. Numbers here, drawing there.
import type { Impact } from '../impact/impact.ts';
import { formatNumber, roundShown } from '../impact/shown.ts';

export const WIDTH = 296;
export const HEIGHT = 44;
const BASE = 30;
const PAD = 8;
const STEPS = 64;
const Z = 1.2815515655;
/** Two labels nearer than this would run into each other. */
const APART = 30;
/** Sums and multiples of what lies nearer are still numbers. */
const FARTHEST = 1e150;

/** Paths of an SVG that is WIDTH by HEIGHT, and the numbers below its axis. */
export interface Strip {
  readonly tail: string;
  readonly core: string;
  readonly curve: string;
  readonly axis: string;
  readonly mean: string;
  readonly labels: readonly { readonly x: number; readonly text: string; readonly strong?: boolean }[];
  readonly loss: boolean;
}

/**
 * @param shape the distribution if anything moves: its quantiles give two half normals joined at the median
 * @param impact the whole, the chance of nothing included: what the labels say
 * @returns `undefined` where there is no spread to draw, or one past all bounds
 */
export function stripOf(shape: Impact, impact: Impact): Strip | undefined {
  const shown = roundShown(impact);
  const below = (shape.p50 - shape.p10) / Z;
  const above = (shape.p90 - shape.p50) / Z;
  if (!(below + above > 0)) return undefined;
  const wide = Math.max(below, above);
  const left = Math.min(0, shape.p50 - 2.4 * (below || wide / 4));
  const right = Math.max(0, shape.p50 + 2.4 * (above || wide / 4));
  const x = (value: number): number => PAD + ((value - left) / (right - left)) * (WIDTH - 2 * PAD);
  const drawn = [left, right, impact.mean, impact.p10, impact.p90, shape.p10, shape.p90];
  if (!drawn.every((value) => Math.abs(value) <= FARTHEST && Number.isFinite(x(value)))) return undefined;
  const density = (value: number): number => {
    const sd = (value < shape.p50 ? below : above) || wide / 4;
    return Math.exp(-(((value - shape.p50) / sd) ** 2) / 2);
  };
  const y = (value: number): number => BASE - density(value) * (BASE - 4);
  const curve = (from: number, to: number): string =>
    Array.from({ length: STEPS + 1 }, (_, i) => from + ((to - from) * i) / STEPS)
      .map((value) => `${x(value).toFixed(1)} ${y(value).toFixed(1)}`)
      .join('L');
  const area = (from: number, to: number): string => `M${x(from).toFixed(1)} ${BASE}L${curve(from, to)}L${x(to).toFixed(1)} ${BASE}Z`;
  const labels = [
    { at: impact.mean, text: formatNumber(shown.mean), strong: true },
    { at: 0, text: '0' },
    { at: impact.p10, text: formatNumber(shown.p10) },
    { at: impact.p90, text: formatNumber(shown.p90) },
  ]
    .filter((label, i, all) => all.slice(0, i).every((other) => Math.abs(x(other.at) - x(label.at)) >= APART))
    .map(({ at, ...label }) => ({ ...label, x: Math.min(WIDTH - 12, Math.max(12, x(at))) }));
  return {
    tail: area(left, right),
    core: area(shape.p10, shape.p90),
    curve: `M${curve(left, right)}`,
    axis: `M0 ${BASE}.5H${WIDTH}M${x(0).toFixed(1)} ${BASE - 6}v9`,
    mean: `M${x(impact.mean).toFixed(1)} ${BASE}V${Math.min(y(impact.mean), BASE - 6).toFixed(1)}`,
    labels,
    loss: impact.mean < 0,
  };
}
