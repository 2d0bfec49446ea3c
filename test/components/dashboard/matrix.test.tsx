// @vitest-environment happy-dom
// Value against effort by keyboard: one dot is in the tab order, the arrows lead on from it.
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Matrix } from '../../../components/backlog/matrix.tsx';
import { SAMPLE_TEAM, sampleFramework } from '../../../lib/sample/planner.ts';
import { SAMPLE_TAGS } from '../../../lib/sample/tags.ts';
import { basisOf } from '../../../lib/state/basis.ts';
import { rowOf } from '../../../lib/state/ranking.ts';

const framework = sampleFramework('2026-11-22');
const basis = basisOf({ team: SAMPLE_TEAM, framework }, new Map());
afterEach(cleanup);

const rows = SAMPLE_TAGS.map((sample) => {
  const { daysAgo: _, ticket, ...rest } = sample;
  const tag = { ...rest, team: SAMPLE_TEAM, person: 'p', ticket: ticket.toLowerCase(), shown: ticket, at: '2026-11-20T00:00:00.000Z' };
  return rowOf(tag, basis, new Set([framework.id]));
}).filter(({ group }) => group === 'ranked');

describe('value against effort', () => {
  it('names its stop in the tab order as a picture has to', () => {
    render(<Matrix inRank={rows} basis={basis} span={[-50, 300]} selected={new Set()} onPick={vi.fn()} />);
    const dots = screen.getAllByRole('option');
    expect(dots.length).toBeGreaterThan(5);
    // By its name in lower case: in a picture Firefox knows no other, and no dot could take the focus.
    expect(
      dots.map((dot) => [...dot.attributes].find(({ name }) => /^tabindex$/i.test(name))).map((one) => [one?.name, one?.value]),
    ).toEqual(dots.map((_, i) => ['tabindex', i === 0 ? '0' : '-1']));
  });
});
