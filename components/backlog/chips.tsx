// What an answer says, in a row: one effect in full, several by name and sign.
import type { Measured } from '../../lib/ask.ts';
import type { Sized } from '../../lib/impact/believed.ts';
import { shortName } from '../../lib/phrases/answer.ts';
import { sizePhrase } from '../../lib/phrases/team-value.ts';
import { say } from '../../lib/say.ts';

const UNKNOWN = { kind: 'count', unit: '' } as const;

/** Which way the middle of an effect goes. */
const rises = ({ low, mid, high }: Sized): boolean => (mid ?? (low + high) / 2) >= 0;

export function Chips({ effects, inputs }: { effects: readonly Sized[]; inputs: readonly Measured[] }) {
  return (
    <>
      {effects.map((effect, i) => {
        const input = inputs.find(({ id }) => id === effect.input);
        const name = input ? shortName(input) : say('inputGone');
        const good = rises(effect) === (input?.direction !== 'down');
        return (
          <span key={i} class="tag">
            {name}{' '}
            {effects.length === 1 ? (
              sizePhrase(effect, input ?? UNKNOWN)
            ) : (
              <b class={good ? 'gain' : 'loss'}>{rises(effect) ? '+' : '\u2212'}</b>
            )}
          </span>
        );
      })}
    </>
  );
}
