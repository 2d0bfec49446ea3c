// What was understood and what it means for the North Star Metric, said back while one types. Comes with the arithmetic.
import type { MeaningViews } from '../../lib/state/meaning.ts';
import { Rich } from './rich.tsx';
import { Strip } from './strip.tsx';

export const Means: MeaningViews['Means'] = ({ meaning: { said, strip } }) => {
  if (!said) return <p class="quiet" id="means" />;
  if (said.kind !== 'priced') {
    const wrong = said.kind === 'problem';
    return (
      <p
        class={wrong ? 'problem' : `says${said.kind === 'unfinished' ? ' small muted' : ''}`}
        id="means"
        role={wrong ? 'alert' : undefined}
      >
        {said.text}
      </p>
    );
  }
  return (
    <>
      <p class="says" id="means">
        <Rich text={said.text} />
      </p>
      {strip && <Strip strip={strip} />}
      {said.note && <p class="small muted">{said.note}</p>}
    </>
  );
};
