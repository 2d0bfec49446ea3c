// Value against effort as a picture that is worked out, not dragged: one dot a ticket at its corrected gain, with the range as given.
import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { QUADRANTS, type Quadrant } from '../../lib/impact/scores.ts';
import { formatNumber, formatSigned, roundShown } from '../../lib/impact/shown.ts';
import { shortTicket } from '../../lib/model/ticket.ts';
import { rangePhrase, unitName } from '../../lib/phrases/answer.ts';
import { say } from '../../lib/say.ts';
import type { Basis } from '../../lib/state/basis.ts';
import { type BacklogRow, impactOfRow, rowKey } from '../../lib/state/ranking.ts';
import { BOTTOM, CROWD, type Dot, HEIGHT, LEFT, plot, type Plotted, RIGHT, TOP, WIDTH } from './matrix-plot.ts';
import { QUADRANT_WORDS } from './scoring-words.ts';

export interface MatrixProps extends Plotted {
  readonly selected: ReadonlySet<string>;
  readonly onPick: (row: BacklogRow, range: boolean) => void;
}

/** Corners of the picture by quadrant: where its name stands. */
const CORNERS: Readonly<Record<Quadrant, { readonly end: boolean; readonly low: boolean }>> = {
  'quick-win': { end: false, low: false },
  'big-bet': { end: true, low: false },
  'fill-in': { end: false, low: true },
  'time-sink': { end: true, low: true },
};

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
    <figure class={`matrix${dots.length > CROWD ? ' crowd' : ''}`}>
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
        {/* Names of attributes keep their case inside a picture: by tabIndex nothing there takes the focus in Firefox. */}
        {dots.map((dot, i) => (
          <g
            key={rowKey(dot.row)}
            role="option"
            class={`dot${selected.has(rowKey(dot.row)) ? ' selected' : ''}`}
            tabindex={i === Math.max(0, at.value) ? 0 : -1}
            aria-selected={selected.has(rowKey(dot.row))}
            aria-label={wordsOf(dot, basis)}
            onFocus={() => (at.value = i)}
            onPointerEnter={() => (at.value = i)}
            onClick={(event) => onPick(dot.row, event.shiftKey)}
          >
            <path d={`M${dot.x} ${dot.ends[0]}V${dot.ends[1]}`} />
            <circle cx={dot.x} cy={dot.y} r={dots.length > CROWD ? 3 : 5} />
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
