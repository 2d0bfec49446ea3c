// The line above a group of rows that are not ranked: what they are, how many, what they cost.
import { formatNumber } from '../../lib/impact/shown.ts';
import { say, type Word } from '../../lib/say.ts';
import type { RowGroup } from '../../lib/state/arranged.ts';

const NAMES: Readonly<Record<RowGroup['group'], Word>> = {
  ranked: 'northStar',
  unpriced: 'backlogGroupUnpriced',
  other: 'notNorthStar',
  orphan: 'backlogGroupOrphan',
  closed: 'backlogGroupClosed',
  parted: 'backlogNone',
};

export function GroupHead({ group: { group, rows }, top }: { group: RowGroup; top: number }) {
  const points = rows.reduce((sum, { effort, counted }) => sum + (counted ? (effort ?? 0) : 0), 0);
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
