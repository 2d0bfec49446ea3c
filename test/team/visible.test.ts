// Others' answers show once one's own is given, where the team wants it so.
import { describe, expect, it } from 'vitest';
import { type Viewer, visibleTo } from '../../lib/team/visible.ts';

const viewer: Viewer = { team: 't', person: 'me', hides: true };
const by = (person: string, team = 't') => ({ team, person });

describe('visibleTo', () => {
  it('shows everything where no team is joined, and where the team hides nothing', () => {
    const answers = [by('ana'), by('bo')];
    expect(visibleTo(answers, undefined)).toEqual(answers);
    expect(visibleTo(answers, { ...viewer, hides: false })).toEqual(answers);
  });

  it('shows nothing of others before one has answered, and all of it afterwards', () => {
    expect(visibleTo([by('ana'), by('bo')], viewer)).toEqual([]);
    expect(visibleTo([by('ana'), by('me'), by('bo')], viewer)).toEqual([by('ana'), by('me'), by('bo')]);
  });

  it('leaves what is of no team alone, and an answer there opens nothing', () => {
    expect(visibleTo([by('ana'), by('me', 'sample')], viewer)).toEqual([by('me', 'sample')]);
    expect(visibleTo([by('ana', 'sample')], viewer)).toEqual([by('ana', 'sample')]);
  });
});
