// When an answer could not be stored: why, the answer itself, and what to do now.
import type { Refusal } from '../../lib/ask.ts';
import { reasonPhrase } from '../../lib/phrases/answer.ts';
import { say, type Word } from '../../lib/say.ts';
import { OTHER } from '../../lib/state/draft.ts';
import type { PanelState } from '../../lib/state/panel.ts';
import type { PanelActions } from './actions.ts';
import { Warning } from './icons.tsx';

/** Why something could not be stored. */
export const REFUSED: Record<Refusal, Word> = {
  'disk-full': 'notSavedDiskFull',
  'storage-refused': 'notSavedRefused',
  'wrong-ticket': 'notSavedWrongTicket',
  invalid: 'notSavedInvalid',
  'not-allowed': 'notSavedNotAllowed',
  'no-access': 'notSavedNoAccess',
  failed: 'notSavedFailed',
};

/** Words said after an update of the extension, when the browser tells none any more: to be looked up before. */
export const OUTLIVING: readonly Word[] = [
  'reloadToSave',
  'reloadWhy',
  'reloadWhyCopy',
  'reloadPage',
  'copyDraft',
  'notNorthStar',
  'reasonInfrastructure',
  'reasonDebt',
  'reasonCompliance',
  'reasonOther',
  'effort',
  'points',
];

/** What would be stored, as text that can be pasted anywhere. */
export function answerText(state: PanelState): string {
  const [effort, note] = [state.effort.value.trim(), state.note.value.trim()];
  return [...chosenLines(state), effort && `${say('effort')}: ${effort} ${say('points')}`, note].filter(Boolean).join('\n');
}

function chosenLines({ pick, reason, rows, meaning }: PanelState): string[] {
  if (pick.value === OTHER) return [reason.value ? `${say('notNorthStar')}: ${reasonPhrase(reason.value)}` : say('notNorthStar')];
  return (meaning.value?.rows ?? rows.value.map(({ text }) => ({ said: text }))).map(({ said }) => said);
}

export function NotSaved({ state, actions }: { state: PanelState; actions: PanelActions }) {
  const refusal = state.refusal.value ?? 'failed';
  return (
    <div role="alert">
      <p class="title bad">
        <Warning />
        {say('notSaved')}
      </p>
      <p class="small muted">{say(REFUSED[refusal])}</p>
      <p class="kept small">{answerText(state)}</p>
      <div class="foot">
        <button class="btn main" data-main onClick={actions.save}>
          {say('again')}
        </button>
        <button class="btn edge" onClick={() => actions.copy(answerText(state))}>
          {say('copyAnswer')}
        </button>
        <button class="btn soft" onClick={actions.edit}>
          {say('edit')}
        </button>
      </div>
    </div>
  );
}

/** The extension was reloaded or updated under the page: what was typed stays, and a reload brings it back. */
export function Outdated({ state, actions }: { state: PanelState; actions: PanelActions }) {
  const text = answerText(state);
  return (
    <div role="alert">
      <p class="title warn">
        <Warning />
        {say('reloadToSave')}
      </p>
      <p class="small muted">{say(state.draftKept.value || !text ? 'reloadWhy' : 'reloadWhyCopy')}</p>
      {text && <p class="kept small">{text}</p>}
      <div class="foot">
        <button class="btn main" data-main onClick={actions.reload}>
          {say('reloadPage')}
        </button>
        {text && (
          <button class="btn edge" onClick={() => actions.copy(text)}>
            {say('copyDraft')}
          </button>
        )}
      </div>
    </div>
  );
}
