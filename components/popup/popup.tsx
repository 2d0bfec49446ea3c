// The popup: are we winning, how the North Star and its inputs stand, and the ticket in the tab.
import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Refusal } from '../../lib/ask.ts';
import { brokenPhrase } from '../../lib/phrases/guard.ts';
import type { SyncLine } from '../../lib/phrases/sync.ts';
import { say } from '../../lib/say.ts';
import type { SiteHere } from '../../lib/state/sites.ts';
import type { PopupModel } from '../../lib/state/tab.ts';
import { type LogVerbs, neediest, useLogging } from '../status/logging.ts';
import { Verdict } from '../status/verdict.tsx';
import { Away, type Leave } from './away.tsx';
import { Foot, Head } from './frame.tsx';
import { Gaps } from './gaps.tsx';
import { Inputs } from './inputs.tsx';
import { NorthStar } from './north-star.tsx';
import { SiteHereView, type SiteVerbs } from './site-here.tsx';
import { type TabVerbs, ThisTab } from './this-tab.tsx';

export interface PopupVerbs extends LogVerbs, TabVerbs, SiteVerbs {
  readonly choose: (framework: string) => void;
  readonly retry: () => void;
  readonly leave: Leave;
  /** Opens the browser's page for shortcuts; `undefined` where none can be opened from here. */
  readonly openShortcuts: (() => void) | undefined;
}

export interface PopupProps {
  /** What was read, or why nothing could be. */
  readonly model: ReadonlySignal<PopupModel | Refusal>;
  /** What is to be said about the site in the tab. */
  readonly site: ReadonlySignal<SiteHere | undefined>;
  /** How it stands with the team; nothing where none was joined. */
  readonly sync?: ReadonlySignal<SyncLine | undefined>;
  /** Whether the command that goes to the panel has no keys. */
  readonly unbound: boolean;
  readonly verbs: PopupVerbs;
}

export function Popup({ model, site, sync, unbound, verbs }: PopupProps) {
  const now = model.value;
  const logging = useLogging(verbs);
  const here = site.value && <SiteHereView here={site.value} verbs={verbs} key={site.value.state} />;
  const status = typeof now === 'string' ? undefined : now.status;
  if (typeof now === 'string' || !status) return <Without refused={typeof now === 'string'} here={here} sync={sync?.value} verbs={verbs} />;
  const { id, name, sample } = status.framework;
  const broken = brokenPhrase(status.guardrails);
  return (
    <div class="popup">
      <Head name={name} sample={sample ?? false} frameworks={now.frameworks} chosen={id} onChoose={verbs.choose} leave={verbs.leave} />
      <main>
        <Verdict standing={status.northStar} size={20} />
        {broken && <p class="broken small bad">{broken}</p>}
        <NorthStar status={status.northStar} logging={logging} />
        <Inputs inputs={status.inputs} logging={logging} />
        <Gaps status={status} leave={verbs.leave} />
        {here ?? <ThisTab ticket={now.ticket} verbs={verbs} key={now.ticket?.ticket} />}
        {unbound && <Shortcut open={verbs.openShortcuts} />}
      </main>
      <Foot leave={verbs.leave} sync={sync?.value}>
        <button type="button" class="btn ghost" onClick={() => logging.toggle(logging.open ?? neediest(status).metric.id)}>
          {say('popupLog')}
        </button>
      </Foot>
      <p class="quiet" role="status">
        {logging.said?.text}
      </p>
    </div>
  );
}

function Shortcut({ open }: { open: (() => void) | undefined }) {
  return (
    <section class="line small">
      <span class="muted why">{say(open ? 'popupNoShortcut' : 'popupNoShortcutWhere')}</span>
      {open && (
        <button type="button" class="link" onClick={open}>
          {say('popupSetShortcut')}
        </button>
      )}
    </section>
  );
}

interface WithoutProps {
  readonly refused: boolean;
  readonly here: ComponentChildren;
  readonly sync: SyncLine | undefined;
  readonly verbs: PopupVerbs;
}

/** No framework yet, or a browser that gives no storage. */
function Without({ refused, here, sync, verbs }: WithoutProps) {
  return (
    <div class="popup">
      <Head name="Azimuth" sample={false} frameworks={[]} chosen={undefined} onChoose={verbs.choose} leave={verbs.leave} />
      <main class="without">
        <h2>{say(refused ? 'popupRefused' : 'popupNoFramework')}</h2>
        <p class="muted" role={refused ? 'alert' : undefined}>
          {say(refused ? 'popupRefusedWhy' : 'popupNoFrameworkWhy')}
        </p>
        {refused ? (
          <button type="button" class="btn main" onClick={verbs.retry}>
            {say('again')}
          </button>
        ) : (
          <Away class="btn main" to="/welcome.html" leave={verbs.leave}>
            {say('popupStart')}
          </Away>
        )}
      </main>
      {here}
      <Foot leave={verbs.leave} sync={sync} />
    </div>
  );
}
