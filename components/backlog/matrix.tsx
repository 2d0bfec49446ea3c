// Value against effort as a picture that is worked out, not dragged: one dot a ticket at its corrected gain, with the range as given.
import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { QUADRANTS, type Quadrant, quadrantOf } from '../../lib/impact/scores.ts';
import { formatNumber, formatSigned, roundShown } from '../../lib/impact/shown.ts';
import { shortTicket } from '../../lib/model/ticket.ts';
import { rangePhrase, unitName } from '../../lib/phrases/answer.ts';
import { say } from '../../lib/say.ts';
import type { Basis } from '../../lib/state/basis.ts';
import { type BacklogRow, impactOfRow, rowKey } from '../../lib/state/ranking.ts';
import { linesOf } from '../../lib/state/weighing.ts';
import { scale, ticks } from '../chart/geometry.ts';
import { QUADRANT_WORDS } from './scoring-words.ts';

export interface MatrixProps {
  /** What is ranked, best first. */
  readonly inRank: readonly BacklogRow[];
  readonly basis: Basis;
  readonly span: readonly [number, number];
  readonly selected: ReadonlySet<string>;
  readonly onPick: (row: BacklogRow, range: boolean) => void;
}

/** More dots than these are no picture any more. */
const MOST = 400;
const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [880, 320, 56, 8, 12, 34];

interface Dot {
  readonly row: BacklogRow;
  readonly x: number;
  readonly y: number;
  readonly ends: readonly [number, number];
  readonly quadrant: Quadrant;
}

/** Corners of the picture by quadrant: where its name stands. */
const CORNERS: Readonly<Record<Quadrant, { readonly end: boolean; readonly low: boolean }>> = {
  'quick-win': { end: false, low: false },
  'big-bet': { end: true, low: false },
  'fill-in': { end: false, low: true },
  'time-sink': { end: true, low: true },
};

/** px between two of one effort, and the most they may stray. */
const [APART, STRAY] = [11, 44];

function sideBySide(rows: readonly BacklogRow[]): ReadonlyMap<BacklogRow, number> {
  const places = new Map<BacklogRow, number>();
  for (const own of Map.groupBy(rows, ({ effort }) => effort).values()) {
    const step = Math.min(APART, (2 * STRAY) / own.length);
    own.forEach((row, i) => places.set(row, (i - (own.length - 1) / 2) * step));
  }
  return places;
}

/** Log of the effort half-way from the last low to the first high one. */
function parting(rows: readonly BacklogRow[], low: number): number {
  const high = Math.min(...rows.flatMap(({ effort = 0 }) => (effort > low ? [effort] : [])));
  return Math.log(low || 1) + (Number.isFinite(high) ? (Math.log(high) - Math.log(low || 1)) / 2 : 0.3);
}

function plot({ inRank, basis, span: [low, high] }: Pick<MatrixProps, 'inRank' | 'basis' | 'span'>) {
  const good = basis.northStar.direction === 'up' ? 1 : -1;
  const sized = inRank.filter(({ effort }) => effort !== undefined && effort > 0);
  const rows = sized.slice(0, MOST);
  const lines = linesOf(inRank, basis);
  const efforts = rows.map(({ effort = 1 }) => Math.log(effort));
  const [least, most] = [Math.min(...efforts, 0), Math.max(...efforts, 1)];
  const room = 0.06 * (most - least);
  const x = scale([least - room, most + room], [LEFT, WIDTH - RIGHT]);
  const y = scale([Math.min(low, 0), Math.max(high, 0) || 1], [HEIGHT - BOTTOM, TOP]);
  const inside = (value: number): number => y(Math.min(Math.max(value, low), high));
  // Tickets of one effort stand side by side around it, as far as there is room up to the next.
  const places = sideBySide(rows);
  const dots = rows.flatMap((row): Dot[] => {
    const { p10, p90 } = impactOfRow(row, basis);
    const quadrant = quadrantOf(good * row.gain, row.effort, lines);
    const at = { x: x(Math.log(row.effort ?? 1)) + (places.get(row) ?? 0), y: inside(row.gain), ends: [inside(p10), inside(p90)] as const };
    return quadrant ? [{ row, quadrant, ...at }] : [];
  });
  const marks = [1, 2, 3, 5, 8, 13, 20, 40, 80, 160].filter((n) => Math.log(n) >= least - room && Math.log(n) <= most + room);
  return {
    dots: dots.sort((a, b) => a.x - b.x || a.y - b.y),
    left: sized.length - rows.length,
    line: { x: x(parting(rows, lines.effort)), y: inside(good * lines.value) },
    zero: y(0),
    across: marks.map((n) => ({ n, x: x(Math.log(n)) })),
    up: ticks([low, high], 4).map((value) => ({ value, y: y(value) })),
  };
}

export function Matrix(props: MatrixProps) {
  const { inRank, basis, span, selected, onPick } = props;
  const picture = useMemo(() => plot(props), [inRank, basis, span]);
  const at = useSignal(-1);
  const box = useRef<SVGSVGElement>(null);
  const { dots, line, zero } = picture;
  if (dots.length === 0) return <p class="muted small matrix-none">{say('matrixNone')}</p>;
  const named = dots[at.value];
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      at.value = Math.max(0, Math.min(dots.length - 1, at.value + step));
      box.current?.querySelectorAll<SVGGElement>('.dot')[at.value]?.focus();
    } else if ((event.key === 'Enter' || event.key === ' ') && named) {
      event.preventDefault();
      event.stopPropagation();
      onPick(named.row, event.shiftKey);
    }
  };
  return (
    <figure class="matrix">
      <svg
        ref={box}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="listbox"
        aria-multiselectable="true"
        aria-label={say('matrixName', unitName(basis.northStar))}
        onKeyDown={move}
      >
        {picture.up.map(({ value, y }) => (
          <text key={value} x={LEFT - 8} y={y + 4} text-anchor="end" aria-hidden="true">
            {formatSigned(value)}
          </text>
        ))}
        {picture.across.map(({ n, x }) => (
          <text key={n} x={x} y={HEIGHT - 18} text-anchor="middle" aria-hidden="true">
            {formatNumber(n)}
          </text>
        ))}
        <text x={WIDTH - RIGHT} y={HEIGHT - 3} text-anchor="end" aria-hidden="true">
          {say('backlogEffort')}
        </text>
        <path class="zero" d={`M${LEFT} ${zero}H${WIDTH - RIGHT}`} />
        <path class="parting" d={`M${line.x} ${TOP}V${HEIGHT - BOTTOM}M${LEFT} ${line.y}H${WIDTH - RIGHT}`} />
        {QUADRANTS.map((one) => (
          <text
            key={one}
            class="quadrant"
            x={CORNERS[one].end ? WIDTH - RIGHT - 4 : LEFT + 4}
            y={CORNERS[one].low ? HEIGHT - BOTTOM - 6 : TOP + 8}
            text-anchor={CORNERS[one].end ? 'end' : 'start'}
            aria-hidden="true"
          >
            {say(QUADRANT_WORDS[one])}
          </text>
        ))}
        <path class="ranges" d={dots.map(({ x, ends: [from, to] }) => `M${x} ${from}V${to}`).join('')} />
        {dots.map((dot, i) => (
          <g
            key={rowKey(dot.row)}
            role="option"
            class={`dot${selected.has(rowKey(dot.row)) ? ' selected' : ''}`}
            tabIndex={i === Math.max(0, at.value) ? 0 : -1}
            aria-selected={selected.has(rowKey(dot.row))}
            aria-label={wordsOf(dot, basis)}
            onFocus={() => (at.value = i)}
            onPointerEnter={() => (at.value = i)}
            onClick={(event) => onPick(dot.row, event.shiftKey)}
          >
            <path d={`M${dot.x} ${dot.ends[0]}V${dot.ends[1]}`} />
            <circle cx={dot.x} cy={dot.y} r="5" />
          </g>
        ))}
      </svg>
      <figcaption class="small muted cut" dir="auto">
        {named ? wordsOf(named, basis) : say(picture.left > 0 ? 'matrixFirst' : 'matrixHow', formatNumber(dots.length))}
      </figcaption>
    </figure>
  );
}

/** "#1842 Ask for the first project: +130 (120 to 300), 5 points. Quick win". */
function wordsOf({ row, quadrant }: Dot, basis: Basis): string {
  const impact = impactOfRow(row, basis);
  const shown = roundShown({ ...impact, mean: row.gain });
  const numbers = [formatSigned(shown.mean), rangePhrase(shown.p10, shown.p90), formatNumber(row.effort ?? 0)] as const;
  return say('matrixDot', shortTicket(row.tag.shown), row.tag.title.slice(0, 120), ...numbers, say(QUADRANT_WORDS[quadrant]));
}
