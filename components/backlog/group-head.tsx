// The line above a group of rows that are not ranked: what they are, how many, what they cost.
import { formatNumber } from '../../lib/impact/shown.ts';
import { say, type Word } from '../../lib/say.ts';
import type { RowGroup } from '../../lib/state/backlog.ts';
import type { Group } from '../../lib/state/ranking.ts';

const NAMES: Readonly<Record<Group, Word>> = {
  ranked: 'northStar',
  unpriced: 'backlogGroupUnpriced',
  other: 'notNorthStar',
  orphan: 'backlogGroupOrphan',
};

export function GroupHead({ group: { group, rows }, top }: { group: RowGroup; top: number }) {
  const points = rows.reduce((sum, { tag }) => sum + (tag.effort ?? 0), 0);
  const many = rows.length === 1 ? say('backlogOneTicket') : say('backlogTickets', formatNumber(rows.length));
  return (
    <div role="row" class="group-head small" style={{ insetBlockStart: `${top}px` }}>
      <span role="gridcell">
        <b>{say(NAMES[group])}</b>{' '}
        <span class="muted">
          {group === 'other' ? say(points > 0 ? 'backlogOtherCost' : 'backlogOther', many, formatNumber(points)) : many}
        </span>
      </span>
    </div>
  );
}
