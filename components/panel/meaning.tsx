// What was understood and what it means for the North Star Metric, said back while one types.
import type { PanelState } from '../../lib/state/panel.ts';
import { OTHER } from '../../lib/state/draft.ts';
import { Rich } from './rich.tsx';
import { Strip } from './strip.tsx';

export function Meaning({ state }: { state: PanelState }) {
  if (state.pick.value === OTHER) return null;
  const { said, strip } = state.meaning.value ?? {};
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
}
