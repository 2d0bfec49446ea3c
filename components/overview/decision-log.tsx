// The decision log, as a view of its own.
import { formatNumber } from '../../lib/impact/shown.ts';
import { say } from '../../lib/say.ts';
import { Decisions, type DecisionsProps } from './decisions.tsx';

/** @param busy while the numbers of today are being read */
export function DecisionLog({ busy, ...decisions }: DecisionsProps & { readonly busy: number | undefined }) {
  const { length } = decisions.entries;
  return (
    <div class="overview decision-log">
      <header class="top">
        <h1 tabIndex={-1}>{say('overviewDecisions')}</h1>
        <span class="muted" role="status">
          {busy !== undefined ? say('backlogReading', formatNumber(busy)) : length > 0 && formatNumber(length)}
        </span>
      </header>
      <Decisions {...decisions} />
    </div>
  );
}
