// The lines of the tree: drawn in a box that stretches with it, with words laid over them.
import type { ComponentChildren } from 'preact';

export interface Edge {
  readonly key: string;
  /** Where it stands among its like, 0 to 1. */
  readonly at: number;
  readonly width: number;
  readonly on: boolean;
  readonly label: ComponentChildren;
}

const WIDE = 1000;

/** The middle of each of `count` equal columns, 0 to 1. */
export const middle = (i: number, count: number): number => (i + 0.5) / count;

/** Lines from a row of metrics to one metric in the middle, above (`up`) or below it. */
export function Fan({ edges, height, up }: { edges: readonly Edge[]; height: number; up: boolean }) {
  const [there, here] = up ? [height, 0] : [0, height];
  const bend = height * 0.52;
  return (
    <div class={`edges ${up ? 'up' : 'down'}`} style={{ blockSize: `${height}px` }}>
      <svg viewBox={`0 0 ${WIDE} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {edges.map(({ key, at, width, on }, i) => {
          const x = at * WIDE;
          const star = up ? WIDE / 2 + (i - (edges.length - 1) / 2) * 40 : WIDE / 2;
          return (
            <path
              key={key}
              class={on ? 'on' : ''}
              d={`M${x} ${there}C${x} ${up ? height - bend : bend} ${star} ${up ? bend : height - bend} ${star} ${here}`}
              stroke-width={width}
            />
          );
        })}
      </svg>
      {edges.map(
        ({ key, at, on, label }) =>
          label && (
            <span key={key} class={`edge-label${on ? ' on' : ''}`} style={{ insetInlineStart: `${at * 100}%` }}>
              {label}
            </span>
          ),
      )}
    </div>
  );
}

export interface Arc {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** For who cannot see it. */
  readonly name: string;
}

const DEPTH = 34;

/** Arrows from one input to another, below them: what moves one moves the other. */
export function Arcs({ arcs }: { arcs: readonly Arc[] }) {
  return (
    <div class="arcs" style={{ blockSize: `${DEPTH}px` }}>
      <svg viewBox={`0 0 ${WIDE} ${DEPTH}`} preserveAspectRatio="none" aria-hidden="true">
        {arcs.map(({ key, from, to }) => (
          <path key={key} d={`M${from * WIDE} 0C${from * WIDE} 26 ${to * WIDE} 26 ${to * WIDE} 6`} />
        ))}
      </svg>
      {arcs.map(({ key, from, to, label, name }) => (
        <span key={key}>
          <i class="head" style={{ insetInlineStart: `${to * 100}%` }} />
          <span class="edge-label micro" style={{ insetInlineStart: `${((from + to) / 2) * 100}%` }}>
            <span aria-hidden="true">{label}</span>
            <span class="quiet">{name}</span>
          </span>
        </span>
      ))}
    </div>
  );
}
