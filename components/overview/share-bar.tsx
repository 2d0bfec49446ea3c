// A quantity as a bar from zero: points, tickets and costs that are what they are, with their range where they have one.

export interface ShareBarProps {
  readonly value: number;
  /** The greatest of its table. */
  readonly most: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly tone?: 'plain' | 'loss' | undefined;
}

const WIDTH = 160;

/** Hidden from assistive technology: the cells beside it say the numbers. */
export function ShareBar({ value, most, low, high, tone = 'plain' }: ShareBarProps) {
  const x = (at: number): number => (most > 0 ? Math.max(0, Math.min(1, at / most)) * (WIDTH - 2) : 0);
  return (
    <svg class={`share-bar ${tone}`} width={WIDTH} height="14" viewBox={`0 0 ${WIDTH} 14`} aria-hidden="true">
      {low === undefined || high === undefined ? (
        <rect x="0" y="4" width={x(value).toFixed(1)} height="6" rx="1" />
      ) : (
        <>
          <rect x={x(low).toFixed(1)} y="4" width={Math.max(0, x(high) - x(low)).toFixed(1)} height="6" />
          <path d={`M${x(value).toFixed(1)} 1V13`} />
        </>
      )}
    </svg>
  );
}
