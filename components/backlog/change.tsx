// One field of an answer, from what to what.
import type { Measured } from '../../lib/ask.ts';
import { formatNumber } from '../../lib/impact/shown.ts';
import type { Answer } from '../../lib/model/tag.ts';
import { effectPhrase, reasonPhrase, shortName } from '../../lib/phrases/answer.ts';
import { say, type Word } from '../../lib/say.ts';
import type { HistoryEntry, Values } from '../../lib/state/history.ts';
import { EVIDENCE_WORDS } from './facet-words.ts';

const FIELDS: Readonly<Record<keyof Values, Word>> = {
  answer: 'backlogFieldAnswer',
  effort: 'effort',
  evidence: 'backlogFieldEvidence',
  note: 'note',
};
function answerPhrase(answer: Answer, inputs: readonly Measured[]): string {
  if (answer.kind === 'not-north-star') return say('backlogOtherBecause', reasonPhrase(answer.reason));
  return answer.effects
    .map((effect) => {
      const input = inputs.find(({ id }) => id === effect.input);
      return say('cause', input ? shortName(input) : say('inputGone'), effectPhrase(effect, input ?? { kind: 'count', unit: '' }));
    })
    .join(', ');
}

function valuePhrase(values: Values, field: keyof Values, inputs: readonly Measured[]): string {
  if (field === 'answer') return values.answer ? answerPhrase(values.answer, inputs) : '';
  if (field === 'effort') return values.effort === undefined ? '' : formatNumber(values.effort);
  if (field === 'evidence') return values.evidence ? say(EVIDENCE_WORDS[values.evidence]) : '';
  return values.note ?? '';
}

export function Change({ entry, field, inputs }: { entry: HistoryEntry; field: keyof Values; inputs: readonly Measured[] }) {
  const from = valuePhrase(entry.before, field, inputs);
  const to = valuePhrase(entry.after, field, inputs);
  return (
    <li>
      <span class="muted">{say(FIELDS[field])}</span> {from && <del dir="auto">{from}</del>}
      {from && ` ${say('arrow')} `}
      {to ? <ins dir="auto">{to}</ins> : <span class="muted">{say('backlogNothing')}</span>}
    </li>
  );
}
