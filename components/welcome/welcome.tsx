// The first page after installing: three steps, each of which shows whether it is done, and what Azimuth may do.
import type { ReadonlySignal } from '@preact/signals';
import type { Refusal } from '../../lib/ask.ts';
import type { SyncLine } from '../../lib/phrases/sync.ts';
import { say } from '../../lib/say.ts';
import type { WelcomeModel } from '../../lib/state/welcome.ts';
import { Mark } from '../chart/mark.tsx';
import { SyncState } from '../team/sync-line.tsx';
import { AnswerOne } from './answer-one.tsx';
import { Begin } from './begin.tsx';
import { Facts } from './facts.tsx';
import { Sample } from './sample.tsx';
import { type TypedValue, Values } from './values.tsx';

export interface WelcomeVerbs {
  /** Gives the reason where it was refused. */
  readonly loadSample: () => Promise<Refusal | undefined>;
  readonly removeSample: () => Promise<Refusal | undefined>;
  /** Begins a framework from a worked model, asked about in a place as typed; gives why not. */
  readonly begin: (model: string, place: string) => Promise<Refusal | 'place' | undefined>;
  /** Stores values of today and targets in 90 days. */
  readonly values: (values: readonly TypedValue[]) => Promise<Refusal | undefined>;
  /** Opens a link to a ticket; false where it is none. */
  readonly openTicket: (link: string) => boolean;
  readonly retry: () => void;
  /** Opens the browser's page for shortcuts; `undefined` where none can be opened from here. */
  readonly openShortcuts: (() => void) | undefined;
}

export interface WelcomeProps {
  readonly model: ReadonlySignal<WelcomeModel | Refusal>;
  /** The keys that lead to the panel; empty where none are set. */
  readonly keys: string;
  /** How it stands with the team; nothing where none was joined. */
  readonly sync?: SyncLine | undefined;
  readonly verbs: WelcomeVerbs;
}

export function Welcome({ model, keys, sync, verbs }: WelcomeProps) {
  const now = model.value;
  return (
    <main class="welcome">
      <header>
        <Mark size={20} />
        <span class="strong">Azimuth</span>
        <p class="small muted">{sync ? <SyncState line={sync} /> : say('welcomeNoAccount')}</p>
      </header>
      <h1>{say('welcomeHeading')}</h1>
      <p class="lead muted">{say('welcomeLead')}</p>
      {typeof now === 'string' ? (
        <section class="refused" role="alert">
          <h2>{say('popupRefused')}</h2>
          <p class="muted">{say('popupRefusedWhy')}</p>
          <button type="button" class="btn main" onClick={verbs.retry}>
            {say('again')}
          </button>
        </section>
      ) : (
        <>
          <ol class="steps">
            <Begin model={now} verbs={verbs} />
            <Values model={now} verbs={verbs} />
            <AnswerOne model={now} verbs={verbs} keys={keys} />
          </ol>
          <Sample model={now} verbs={verbs} />
        </>
      )}
      <Facts keys={keys} openShortcuts={verbs.openShortcuts} />
    </main>
  );
}
