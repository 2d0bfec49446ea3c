// What facets and their values are called.
import type { Measured } from '../../lib/ask.ts';
import type { Evidence, NOT_NSM_REASONS } from '../../lib/model/tag.ts';
import { reasonPhrase, shortName } from '../../lib/phrases/answer.ts';
import { say, type Word } from '../../lib/say.ts';
import type { Facet } from '../../lib/state/facets.ts';

export const FACET_WORDS: Readonly<Record<Facet, Word>> = {
  input: 'facetInput',
  assignee: 'facetAssignee',
  label: 'facetLabel',
  milestone: 'facetMilestone',
  type: 'facetType',
  state: 'facetState',
  evidence: 'backlogFieldEvidence',
  reason: 'facetReason',
  stale: 'facetStale',
};

export const EVIDENCE_WORDS: Readonly<Record<Evidence, Word>> = {
  opinion: 'backlogOpinion',
  estimate: 'backlogEstimate',
  market: 'backlogMarket',
  users: 'backlogUsers',
  test: 'backlogTest',
};
const STALE: Readonly<Record<string, Word>> = { old: 'staleWhyOld', moved: 'staleWhyMoved', framework: 'staleWhyFramework' };
const STATES: Readonly<Record<string, Word>> = { open: 'stateOpen', done: 'stateDone', dropped: 'stateDropped' };

/** A value as it is shown; what a tracker or an address says of itself is shown as it is, and cut. */
export function valueWords(facet: Facet, value: string, inputs: readonly Measured[]): string {
  if (value === '') return say(facet === 'stale' ? 'staleNot' : 'backlogNone');
  if (facet === 'input') {
    const input = inputs.find(({ id }) => id === value);
    return input ? shortName(input) : say('inputGone');
  }
  if (facet === 'evidence' && Object.hasOwn(EVIDENCE_WORDS, value)) return say(EVIDENCE_WORDS[value as Evidence]);
  if (facet === 'state' && STATES[value]) return say(STATES[value]);
  if (facet === 'stale' && STALE[value]) return say(STALE[value]);
  const reasons: readonly string[] = ['infrastructure', 'debt', 'compliance', 'other'];
  if (facet === 'reason' && reasons.includes(value)) return reasonPhrase(value as (typeof NOT_NSM_REASONS)[number]);
  return value.slice(0, 80);
}
