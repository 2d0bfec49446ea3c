// What the framework still lacks for the popup to say more, one line each with the way to it.
import { unpricedOf } from '../../lib/impact/reach.ts';
import { unitName } from '../../lib/phrases/answer.ts';
import { say } from '../../lib/say.ts';
import type { PopupStatus } from '../../lib/state/tab.ts';
import { Away, type Leave } from './away.tsx';

export function Gaps({ status, leave }: { status: PopupStatus; leave: Leave }) {
  const { northStar, framework } = status;
  const { baseline, target } = northStar.metric;
  const unpriced = unpricedOf(framework);
  const [only] = unpriced;
  const lines = [
    (!baseline || !target) && say('popupNoGoals'),
    only &&
      (unpriced.length === 1
        ? say('popupUnpricedOne', only.name, unitName(northStar.metric))
        : say('popupUnpriced', unpriced.length, unitName(northStar.metric))),
  ].filter((line) => typeof line === 'string');
  if (lines.length === 0) return null;
  return (
    <ul class="gaps small muted">
      {lines.map((line) => (
        <li key={line}>
          <span>{line}</span>
          <Away class="link" to="/dashboard.html#/framework" leave={leave}>
            {say('popupSetIt')}
          </Away>
        </li>
      ))}
    </ul>
  );
}
