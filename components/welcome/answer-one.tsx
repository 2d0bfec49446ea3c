// The third step: answer one ticket, by its link.
import { useState } from 'preact/hooks';
import { say } from '../../lib/say.ts';
import type { WelcomeModel } from '../../lib/state/welcome.ts';
import { stagesOf, Step } from './step.tsx';
import type { WelcomeVerbs } from './welcome.tsx';

export function AnswerOne({ model, verbs, keys }: { model: WelcomeModel; verbs: WelcomeVerbs; keys: string }) {
  const [typed, setLink] = useState<string>();
  const link = typed ?? model.ticket ?? '';
  const [wrong, setWrong] = useState(false);
  return (
    <Step number={3} stage={stagesOf(model)[2]} title={say('welcomeAnswer')}>
      <p class="muted">{keys ? say('welcomeAnswerKeys', keys) : say('welcomeAnswerHow')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setWrong(!verbs.openTicket(link.trim()));
        }}
      >
        <label class={`field${wrong ? ' wrong' : ''}`}>
          <span class="quiet">{say('welcomeLink')}</span>
          <input
            name="link"
            type="url"
            autocomplete="off"
            placeholder={say('welcomeLink')}
            value={link}
            aria-invalid={wrong}
            aria-describedby="linkSays"
            onInput={(event) => {
              setLink(event.currentTarget.value);
              setWrong(false);
            }}
          />
        </label>
        <div id="linkSays" class="small">
          <p class="bad" role="alert">
            {wrong && say('welcomeNoTicket')}
          </p>
          {!wrong && <p class="muted">{say('welcomeWorksOn')}</p>}
        </div>
        <div class="acts">
          <button type="submit" class={`btn${stagesOf(model)[0] === 'done' ? ' main' : ''}`}>
            {say('welcomeOpen')}
          </button>
        </div>
      </form>
    </Step>
  );
}
