// What was understood and what it means for the North Star Metric, said back while one types.
import { formatNumber, roundShown } from '../../lib/impact/shown.ts';
import { effectPhrase, gainPhrase, shortName, unitName } from '../../lib/phrases/answer.ts';
import { problemPhrase, unfinished } from '../../lib/phrases/problem.ts';
import { say } from '../../lib/say.ts';
import { OTHER } from '../../lib/state/draft.ts';
import type { RowMeaning } from '../../lib/state/meaning.ts';
import type { PanelState } from '../../lib/state/panel.ts';
import { Rich } from './rich.tsx';
import { Strip } from './strip.tsx';

const said = (row: RowMeaning): string =>
  row.about && row.typed?.ok ? say('onInput', effectPhrase(row.typed.effect, row.about), shortName(row.about)) : '';

/** What may surprise in how a text was taken. */
function aside({ typed, about }: RowMeaning): string | undefined {
  if (!typed?.ok || !about) return undefined;
  const { values, percentAsPoints } = typed.understood;
  if (percentAsPoints) return say('percentAsPoints');
  return values.length === 1 ? say('singleWidened', formatNumber(values[0] ?? 0)) : undefined;
}

export function Meaning({ state }: { state: PanelState }) {
  if (state.pick.value === OTHER) return null;
  const rows = state.meanings.value;
  const bad = rows.find(({ typed, text }) => typed && !typed.ok && !(unfinished(typed.problem) && text === ''));
  if (bad?.typed?.ok === false && bad.about) {
    const quiet = unfinished(bad.typed.problem);
    return (
      <p class={quiet ? 'small muted says' : 'problem'} id="means" role={quiet ? undefined : 'alert'}>
        {problemPhrase(bad.typed.problem, bad.about)}
      </p>
    );
  }
  const typed = rows.filter((row) => row.typed?.ok);
  if (typed.length === 0) return <p class="quiet" id="means" />;
  const { northStar } = state.question;
  const impact = state.impact.value;
  const what = typed.map(said).join(', ');
  if (!impact) {
    return (
      <p class="says" id="means">
        {say('meansUnpriced', what, unitName(northStar))}
      </p>
    );
  }
  const { gain, range } = gainPhrase(impact, northStar);
  const note = typed.map(aside).find(Boolean);
  return (
    <>
      <p class="says" id="means">
        <Rich text={say(typed.length > 1 ? 'meansNet' : 'means', what, gain, range)} />
      </p>
      <Strip shape={state.moved.value ?? impact} impact={impact} shown={roundShown(impact)} />
      {note && <p class="small muted">{note}</p>}
    </>
  );
}
