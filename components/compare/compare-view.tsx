// Two tickets side by side at the foot of the backlog: swapped, closed and decided about by keys as well.
import { useEffect, useRef } from 'preact/hooks';
import { shortTicket } from '../../lib/model/ticket.ts';
import { unitName } from '../../lib/phrases/answer.ts';
import { say } from '../../lib/say.ts';
import type { Comparison } from '../../lib/state/compare.ts';
import type { Weighed } from '../../lib/state/overview.ts';
import { Icon } from '../shell/icons.tsx';
import { Compare, type CompareProps } from './compare.tsx';
import { Decide, type DecideProps } from './decide.tsx';

export interface CompareViewProps extends DecideProps, Pick<CompareProps, 'basis' | 'evidence'> {
  /** `undefined` where one of the two has no worth in the North Star. */
  readonly comparison: Comparison | undefined;
  readonly pieces: readonly [Weighed, Weighed];
  readonly singleKeys: boolean;
  readonly onSwap: () => void;
  readonly onClose: () => void;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], dialog') !== null;

export function CompareView({ comparison, pieces, basis, evidence, singleKeys, onSwap, onClose, ...decide }: CompareViewProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const act = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const inside = event.target instanceof Node && box.current?.contains(event.target) === true;
      if (event.key === 'Escape' && inside) onClose();
      else if (!singleKeys || isTyping(event.target)) return;
      else if (event.key.toLowerCase() === 's') onSwap();
      else if (event.key.toLowerCase() === 'd') box.current?.querySelector('textarea')?.focus();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', act);
    return () => document.removeEventListener('keydown', act);
  }, [singleKeys, onSwap, onClose]);
  const unworth = pieces.find(({ worth }) => !worth);
  return (
    <section class="drawer compare" ref={box} aria-label={say('compareTitle')}>
      <header>
        <h2>{say('compareTitle')}</h2>
        {comparison && <span class="muted small">{say('compareUnits', unitName(basis.northStar))}</span>}
        <span class="gap" />
        {comparison && (
          <button type="button" class="btn ghost" onClick={onSwap}>
            {say('compareSwap')}
            {singleKeys && <kbd aria-hidden="true">S</kbd>}
          </button>
        )}
        <button type="button" class="icon" aria-label={say('shellClose')} onClick={onClose}>
          <Icon name="cross" />
        </button>
      </header>
      {comparison ? (
        <>
          <Compare {...{ comparison, basis, evidence }} />
          <Decide {...decide} />
        </>
      ) : (
        <p>{say('compareUnworth', unworth ? shortTicket(unworth.shown) : '')}</p>
      )}
    </section>
  );
}
