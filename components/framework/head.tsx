// The head of the framework's view: what can be begun, opened and gone back to, and whether it is stored.
import { type Signal, useSignal } from '@preact/signals';
import { say, type Word } from '../../lib/say.ts';
import type { Editor } from '../../lib/state/framework-editor.ts';
import { toForm } from '../../lib/state/framework-form.ts';
import { Exchange } from './exchange.tsx';
import { Models } from './models.tsx';
import { SaveBar } from './save-bar.tsx';
import type { FrameworkVerbs } from './verbs.ts';
import { Versions } from './versions.tsx';

/** What lies over the view. */
export type Over = 'models' | 'file' | 'versions' | undefined;
export const useOver = (): Signal<Over> => useSignal<Over>(undefined);

export interface HeadProps {
  readonly editor: Editor;
  readonly verbs: FrameworkVerbs;
  readonly over: Signal<Over>;
  /** Whether the guide is open. */
  readonly guided: boolean;
  readonly onSave: (over?: boolean) => void;
}

export function Head({ editor, verbs, over, guided, onSave }: HeadProps) {
  const stored = editor.form.value.version > 0;
  const button = (word: Word, act: () => void, more: { 'aria-pressed'?: boolean } = {}) => (
    <button type="button" class="btn ghost" onClick={act} {...more}>
      {say(word)}
    </button>
  );
  const open = (what: Over) => (): void => {
    over.value = what;
  };
  return (
    <header class="top">
      <h1 tabIndex={-1}>{say(stored ? 'shellFramework' : 'frameNew')}</h1>
      <span class="gap" />
      {button('guide', () => verbs.guide(guided ? undefined : 'on'), { 'aria-pressed': guided })}
      {button('models', open('models'))}
      {button('fileShort', open('file'))}
      {stored && button('versions', open('versions'))}
      {stored && button('frameNew', verbs.create)}
      {stored && button('frameDelete', verbs.remove)}
      <SaveBar editor={editor} onSave={onSave} onReload={verbs.reload} />
    </header>
  );
}

export function Overlay({ editor, verbs, over, today }: Pick<HeadProps, 'editor' | 'verbs' | 'over'> & { today: string }) {
  const fresh = editor.form.value.version === 0;
  const onClose = (): void => {
    over.value = undefined;
  };
  const closing =
    <A extends readonly unknown[]>(act: (...values: A) => void) =>
    (...values: A): void => {
      onClose();
      act(...values);
    };
  switch (over.value) {
    case 'models':
      return <Models today={today} fresh={fresh} onTake={closing(verbs.take)} onClose={onClose} />;
    case 'file': {
      const { framework } = editor.checked.value;
      const file = { framework, today, fresh, onClose, onSave: () => void verbs.saveFile() };
      return <Exchange {...file} onApply={closing(verbs.apply)} />;
    }
    case 'versions':
      return (
        <Versions
          today={today}
          load={verbs.versions}
          onRestore={closing((version) => {
            editor.replace(toForm(version, today), 'restored');
            editor.reason.value = say('versionBack', version.version);
          })}
          onClose={onClose}
        />
      );
    case undefined:
      return null;
  }
}
