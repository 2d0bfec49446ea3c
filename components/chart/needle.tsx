// The needle: its angle is the answer. And the rings that stand where there is no angle.

/** @param angle degrees clockwise from north @param tone what the north half says */
export function Needle({ angle, size, tone }: { angle: number; size: number; tone: 'gain' | 'loss' | 'ok' | 'warn' | 'bad' }) {
  return (
    <svg class={`needle ${tone}`} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <g transform={`rotate(${angle.toFixed(1)} 8 8)`}>
        <path class="n" d="M8 .5 11.5 8h-7Z" />
        <path class="s" d="M8 15.5 4.5 8h7Z" />
      </g>
    </svg>
  );
}

/** Open: no answer yet, or one without a known worth. Other: not North Star work. */
export function Ring({ kind, size }: { kind: 'open' | 'other'; size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <circle class="ring" cx="8" cy="8" r="4.4" stroke-dasharray={kind === 'open' ? '2.3 2.3' : undefined} />
      {kind === 'other' && <path class="ring" d="M5.5 8h5" />}
    </svg>
  );
}
