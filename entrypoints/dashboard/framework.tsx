// The view "Framework".
import { computed, signal } from '@preact/signals';
import { DeleteFramework } from '../../components/framework/delete.tsx';
import { FrameworkView } from '../../components/framework/framework.tsx';
import type { Framework } from '../../lib/model/framework.ts';
import { say } from '../../lib/say.ts';
import { loadBasis } from '../../lib/state/basis.ts';
import { claimsFrom } from '../../lib/state/claim-text.ts';
import { createEditor, type Editor, type SaveReply } from '../../lib/state/framework-editor.ts';
import { newForm, toForm } from '../../lib/state/framework-form.ts';
import { notesOn } from '../../lib/state/framework-notes.ts';
import { ask, newRequest } from '../../lib/state/own.ts';
import { dayHere } from '../../lib/model/day.ts';
import type { FrameworkRow } from '../../lib/store/db.ts';
import { frameworks } from '../../lib/store/read.ts';
import { keepForm, keptForm } from './kept-form.ts';
import type { Desk, Room } from './desk.ts';

const NEW = 'new';

export function createFrameworkRoom(desk: () => Desk): Room & { readonly unsaved: () => boolean } {
  const editor = signal<Editor | undefined>(undefined);
  const current = signal<ReadonlyMap<string, number>>(new Map());
  const deleting = signal<Framework | undefined>(undefined);
  const notes = computed(() => {
    const framework = editor.value?.checked.value.framework;
    return framework
      ? notesOn(
          framework,
          desk().rows.value.map((row) => row.framework),
        )
      : [];
  });
  /** Id of the framework in the form; `new` for one in the making. */
  let edited = '';
  let opened = 0;
  // A repeated Save of the same content is the same save.
  let attempt = { content: '', request: '' };

  /** The framework the address asks for; none there means one in the making. */
  const wanted = (): FrameworkRow | undefined => (desk().route.value.params['framework'] === NEW ? undefined : desk().chosen.value);

  function open(): void {
    const today = dayHere(new Date());
    const row = wanted();
    edited = row?.id ?? NEW;
    opened++;
    editor.value?.dispose();
    const stored = row ? toForm(row.framework, today) : newForm(today);
    editor.value = createEditor(stored, keptForm(edited), today, { save, keep: (form) => keepForm(edited, form) });
  }

  async function save(framework: Framework, over: boolean): Promise<SaveReply> {
    const version = async (): Promise<number> =>
      (await frameworks(await desk().database())).find(({ id }) => id === framework.id)?.framework.version ?? 0;
    const base = edited === NEW ? 0 : framework.version;
    const content = JSON.stringify(framework);
    const again = attempt.content === content;
    if (!over && !again && (await version()) !== base) return 'changed';
    if (!again) attempt = { content, request: newRequest() };
    const done = await ask({ ask: 'saveFramework', request: attempt.request, framework });
    if (done.state === 'refused') return done.why;
    attempt = { content: '', request: '' };
    const stored = { version: await version() };
    keepForm(edited, undefined);
    edited = framework.id;
    desk().go('framework', { framework: framework.id }, 'replace');
    void desk().refresh();
    return stored;
  }

  async function remove({ id, name }: Framework): Promise<void> {
    deleting.value = undefined;
    const request = newRequest();
    const team = desk().rows.value.find((row) => row.id === id)?.team ?? '';
    const undo = (): void =>
      void desk().write({ ask: 'undoOperation', request: newRequest(), team, op: request }, { text: say('frameBack', name) });
    keepForm(id, undefined);
    editor.value?.dispose();
    editor.value = undefined;
    edited = '';
    desk().go('framework', {}, 'replace');
    await desk().write({ ask: 'removeFramework', request, team, id }, { text: say('frameDeleted', name), undo });
  }

  return {
    unsaved: () => editor.value?.dirty.value ?? false,
    refresh: async (db) => {
      const row = wanted();
      const now = editor.peek();
      // A form with something in it stays; whether the framework changed meanwhile is asked when it is saved.
      const other = edited !== (row?.id ?? NEW);
      const newer = now !== undefined && row !== undefined && row.framework.version !== now.form.peek().version;
      if (!now || other || (newer && !now.dirty.peek() && now.phase.peek() !== 'saving')) open();
      const basis = row && (await loadBasis(db, row, dayHere(new Date())));
      current.value = new Map([...(basis?.readings ?? [])].map(([id, reading]) => [id, reading.value]));
    },
    draw: () => {
      const now = editor.value;
      if (!now) return null;
      const asked = deleting.value;
      return (
        <>
          <FrameworkView
            key={opened}
            editor={now}
            notes={notes}
            current={current.value}
            verbs={{
              create: () => desk().go('framework', { framework: NEW }),
              remove: () => (deleting.value = wanted()?.framework),
              reload: () => {
                keepForm(edited, undefined);
                open();
              },
              readClaims: claimsFrom,
            }}
          />
          {asked && (
            <DeleteFramework
              name={asked.name}
              answers={desk().answers.value}
              onDelete={() => void remove(asked)}
              onClose={() => (deleting.value = undefined)}
            />
          )}
        </>
      );
    },
  };
}
