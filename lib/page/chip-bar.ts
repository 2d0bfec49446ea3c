// A chip's range as a small bar on a scale with zero, drawn by hand. The lines above it say the numbers.
import type { ChipValue } from '../ask.ts';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 220;
const HEIGHT = 14;
const MIDDLE = HEIGHT / 2;

/** @param range P10, mean and P90 */
export function drawBar(document: Document, [p10, mean, p90]: NonNullable<ChipValue['range']>): SVGElement {
  const [least, most] = [Math.min(0, p10), Math.max(0, p90)];
  const x = (value: number): number => 1 + ((value - least) / (most - least || 1)) * (WIDTH - 2);
  const svg = document.createElementNS(SVG, 'svg');
  const draw = (name: string, kind: string, attributes: Readonly<Record<string, string | number>>): void => {
    const part = document.createElementNS(SVG, name);
    part.setAttribute('class', kind);
    for (const [key, value] of Object.entries(attributes)) part.setAttribute(key, String(value));
    svg.append(part);
  };
  for (const [key, value] of Object.entries({ class: 'bar', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': true }))
    svg.setAttribute(key, String(value));
  const tone = (value: number): string => (value < 0 ? 'loss' : 'gain');
  const upTo = (from: number, to: number): void =>
    to > from ? draw('rect', `${tone(from)} fill`, { x: x(from), y: MIDDLE - 3, width: x(to) - x(from), height: 6 }) : undefined;
  upTo(Math.min(p10, 0), Math.min(p90, 0));
  upTo(Math.max(p10, 0), Math.max(p90, 0));
  draw('path', 'ring', { d: `M${x(0)} 0V${HEIGHT}` });
  // An end that is exactly zero has no cap.
  for (const end of [p10, p90]) if (end !== 0) draw('rect', tone(end), { x: x(end) - 0.75, y: MIDDLE - 3, width: 1.5, height: 6 });
  draw('rect', tone(mean), { x: x(mean) - 1, y: 1, width: 2, height: HEIGHT - 2 });
  return svg;
}
