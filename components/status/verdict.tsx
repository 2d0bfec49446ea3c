// "Are we winning?": one word with its needle, the rule that made it in one line, and the whole rule behind a button.
import { useId, useState } from 'preact/hooks';
import { VERDICT_ANGLES } from '../../lib/impact/needle.ts';
import { paceLinePhrase, ruleLines, rulePhrase, type Standing, verdictTone, verdictWord } from '../../lib/phrases/verdict.ts';
import { say } from '../../lib/say.ts';
import { Needle, Ring } from '../chart/needle.tsx';

/** @param size of the needle, px */
export function Verdict({ standing, size }: { standing: Standing; size: number }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { word } = standing.verdict;
  const angle = VERDICT_ANGLES[word];
  const tone = verdictTone(word);
  return (
    <section class="verdict" aria-labelledby={`${id}q`}>
      <h2 id={`${id}q`} class="small muted">
        {say('statusAreWeWinning')}
      </h2>
      <p class="word">
        {angle === undefined || tone === 'muted' ? <Ring kind="open" size={size} /> : <Needle angle={angle} size={size} tone={tone} />}
        {verdictWord(word)}
      </p>
      <p class="small muted">
        {rulePhrase(standing)}{' '}
        <button type="button" class="rule" aria-expanded={open} aria-controls={`${id}r`} onClick={() => setOpen(!open)}>
          {say('statusRule')}
        </button>
      </p>
      <div id={`${id}r`} hidden={!open}>
        {open && <Rule standing={standing} />}
      </div>
    </section>
  );
}

function Rule({ standing }: { standing: Standing }) {
  const line = paceLinePhrase(standing);
  return (
    <div class="small rules">
      <dl>
        {ruleLines(standing).map(({ word, when }) => (
          <div key={word} class={word === standing.verdict.word ? 'holds' : ''}>
            <dt>{verdictWord(word)}</dt>
            <dd>{when}</dd>
          </div>
        ))}
      </dl>
      {line && <p class="muted">{line}</p>}
      <p class="muted">{say('statusNoiseIs')}</p>
    </div>
  );
}
