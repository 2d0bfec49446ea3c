// The first step: say what the North Star is, from a worked model. Sample data and an empty form are beside it.
import { useState } from 'preact/hooks';
import type { Refusal } from '../../lib/ask.ts';
import { say } from '../../lib/say.ts';
import type { WelcomeModel } from '../../lib/state/welcome.ts';
import { TEMPLATES } from '../../lib/templates/templates.ts';
import { ModelChoice } from '../framework/model-choice.tsx';
import { stagesOf, Step } from './step.tsx';
import type { WelcomeVerbs } from './welcome.tsx';

/** As many models are shown at once, as the step has room for. */
const SHOWN = 3;

export function Begin({ model, verbs }: { model: WelcomeModel; verbs: WelcomeVerbs }) {
  const { status } = model;
  const own = status && !status.framework.sample ? status.framework.name : undefined;
  return (
    <Step number={1} stage={stagesOf(model)[0]} title={say('welcomeBegin')}>
      {own ? (
        <>
          <p class="muted">{say('welcomeOwn', own)}</p>
          <div class="acts">
            <a class="btn" href="/dashboard.html#/framework">
              {say('welcomeEdit')}
            </a>
          </div>
        </>
      ) : (
        <Choose model={model} verbs={verbs} />
      )}
    </Step>
  );
}

function Choose({ model: { place, today }, verbs }: { model: WelcomeModel; verbs: WelcomeVerbs }) {
  const [all, setAll] = useState(false);
  const [chosen, setChosen] = useState(TEMPLATES[0]?.id ?? '');
  const [where, setWhere] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refusal | 'place'>();
  const use = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setRefused(await verbs.begin(chosen, where ?? place ?? ''));
    setBusy(false);
  };
  const wrong = refused === 'place';
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void use();
      }}
    >
      <ModelChoice models={all ? TEMPLATES : TEMPLATES.slice(0, SHOWN)} chosen={chosen} today={today} onChoose={setChosen} brief />
      {!all && (
        <button type="button" class="link small" onClick={() => setAll(true)}>
          {say('welcomeMoreModels', TEMPLATES.length - SHOWN)}
        </button>
      )}
      <label class="small place" for="place">
        {say('welcomePlace')}
      </label>
      <div class={`field${wrong ? ' wrong' : ''}`}>
        <input
          id="place"
          type="text"
          autocomplete="off"
          spellcheck={false}
          placeholder="github.com/owner/repo"
          value={where ?? place ?? ''}
          aria-invalid={wrong}
          aria-describedby="placeSays"
          onInput={(event) => {
            setWhere(event.currentTarget.value);
            setRefused(undefined);
          }}
        />
      </div>
      <div id="placeSays" class="small">
        <p class="bad" role="alert">
          {refused && say(wrong ? 'welcomeNoPlace' : refused === 'disk-full' ? 'welcomeDiskFull' : 'welcomeFailed')}
        </p>
        {!wrong && <p class="muted">{say(place && where === undefined ? 'welcomePlaceKnown' : 'welcomePlaceHow')}</p>}
      </div>
      <div class="acts">
        <button type="submit" class="btn main" aria-disabled={busy}>
          {say('modelsUse')}
        </button>
        <a class="btn ghost" href="/dashboard.html#/framework?framework=new&guide=1">
          {say('welcomeStart')}
        </a>
      </div>
    </form>
  );
}
