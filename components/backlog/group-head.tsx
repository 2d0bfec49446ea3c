// The line above a group of rows: what they have in common, how many, what they cost and are expected to bring.
import { formatNumber, formatSigned, roundShown } from '../../lib/impact/shown.ts';
import { say, type Word } from '../../lib/say.ts';
import type { RowGroup } from '../../lib/state/arranged.ts';
import type { Basis } from '../../lib/state/basis.ts';
import type { BacklogRow, Group } from '../../lib/state/ranking.ts';
import { FACET_WORDS, valueWords } from './facet-words.ts';

const NAMES: Readonly<Record<Group, Word>> = {
  ranked: 'northStar',
  unpriced: 'backlogGroupUnpriced',
  other: 'notNorthStar',
  orphan: 'backlogGroupOrphan',
  closed: 'backlogGroupClosed',
};

interface Sums {
  readonly points: number;
  readonly gain: number;
}
const sums = new WeakMap<readonly BacklogRow[], Sums>();

/** Of what counts; worked out once for each list of rows. */
function sumsOf(rows: readonly BacklogRow[]): Sums {
  let known = sums.get(rows);
  if (!known) {
    let [points, gain] = [0, 0];
    for (const row of rows) {
      if (!row.counted) continue;
      points += row.effort ?? 0;
      if (row.group === 'ranked') gain += row.gain;
    }
    sums.set(rows, (known = { points, gain }));
  }
  return known;
}

export function GroupHead({ group: { group, facet, value = '', rows }, basis, top }: { group: RowGroup; basis: Basis; top: number }) {
  const { points, gain } = sumsOf(rows);
  const many = rows.length === 1 ? say('backlogOneTicket') : say('backlogTickets', formatNumber(rows.length));
  const name = facet ? say('filterValue', say(FACET_WORDS[facet]), valueWords(facet, value, basis.inputs)) : say(NAMES[group as Group]);
  const shown = formatSigned(roundShown({ p10: gain, mean: gain, p90: gain }).mean);
  const about =
    group === 'other'
      ? say(points > 0 ? 'backlogOtherCost' : 'backlogOther', many, formatNumber(points))
      : group === 'parted'
        ? say('backlogPartSums', many, formatNumber(points), shown)
        : many;
  return (
    <div role="row" class="group-head small" style={{ insetBlockStart: `${top}px` }}>
      <span role="gridcell">
        <b dir="auto">{name}</b> <span class="muted">{about}</span>
      </span>
    </div>
  );
}
