// The view "Framework".
import { computed, signal } from '@preact/signals';
import { DeleteFramework } from '../../components/framework/delete.tsx';
import { FrameworkView } from '../../components/framework/framework.tsx';
import { currentBy } from '../../components/framework/worth.ts';
import { diffFrameworks } from '../../lib/formats/framework-diff.ts';
import { lint } from '../../lib/lint/lint.ts';
import { type Framework, MOST_CHANGES } from '../../lib/model/framework.ts';
import type { Dated } from '../../lib/model/metric.ts';
import { toldFindings } from '../../lib/phrases/told-finding.ts';
import { say } from '../../lib/say.ts';
import { claimsFrom } from '../../lib/state/claim-text.ts';
import type { FileReadings } from '../../lib/state/file-readings.ts';
import { type ChangeNote, createEditor, type Editor, type SaveReply } from '../../lib/state/framework-editor.ts';
import { newForm, toForm } from '../../lib/state/framework-form.ts';
import { ask, newRequest } from '../../lib/state/own.ts';
import { dayHere } from '../../lib/model/day.ts';
import type { FrameworkRow } from '../../lib/store/db.ts';
import type { Template } from '../../lib/templates/template.ts';
import { frameworks, readingsOf } from '../../lib/store/read.ts';
import { nextVersion, versionsOf } from '../../lib/store/versions.ts';
import { type WorkOnInput, workOf } from '../../lib/state/work.ts';
import { settleClaim } from './claim-deed.ts';
import { createFileReadings } from './file-readings.ts';
import { downloadFramework } from './framework-download.ts';
import { keepForm, keptForm } from './kept-form.ts';
import type { Desk, Room } from './desk.ts';

const NEW = 'new';

export function createFrameworkRoom(desk: () => Desk): Room & { readonly unsaved: () => boolean; readonly storing: () => boolean } {
  const editor = signal<Editor | undefined>(undefined);
  const readings = signal<ReadonlyMap<string, readonly Dated[]>>(new Map());
  const work = signal<ReadonlyMap<string, WorkOnInput> | undefined>(undefined);
  const current = computed(() => currentBy(readings.value, dayHere(new Date())));
  const fromFile = createFileReadings(desk);
  const deleting = signal<Framework | undefined>(undefined);
  const findings = computed(() => {
    const checked = editor.value?.checked.value;
    if (!checked) return [];
    const { framework, ids } = checked;
    const rows = desk().rows.value.map((row) => row.framework);
    const facts = {
      ...{ framework, today: dayHere(new Date()), readings: readings.value },
      others: rows.filter(({ id, sample }) => id !== framework.id && (sample ?? false) === (framework.sample ?? false)),
      ...(work.value && { tagged: new Map([...work.value].map(([id, { tickets }]) => [id, tickets])) }),
    };
    return toldFindings(lint(facts), framework, new Map([...ids].map(([key, id]) => [id, key])));
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
    editor.value?.flush();
    editor.value?.dispose();
    edited = row?.id ?? NEW;
    opened++;
    const stored = row ? toForm(row.framework, today) : newForm(today);
    editor.value = createEditor(stored, keptForm(edited), today, { save, keep: (form) => keepForm(edited, form) });
  }

  async function save(edit: Framework, over: boolean, note: ChangeNote | undefined): Promise<SaveReply> {
    // What is in the form may be another framework by the time this one is stored.
    const [mine, team] = [edited, desk().rows.value.find(({ id }) => id === edit.id)?.team ?? ''];
    const db = await desk().database();
    const version = await nextVersion(db, team, edit.id);
    const changes = note ? [...(edit.changes ?? []), { ...note, version }].slice(-MOST_CHANGES) : edit.changes;
    const framework = changes ? { ...edit, changes } : edit;
    const content = JSON.stringify(framework);
    const again = attempt.content === content;
    if (!again) attempt = { content, request: newRequest() };
    const base = over ? {} : { base: mine === NEW ? 0 : edit.version };
    const done = await ask({ ask: 'saveFramework', request: attempt.request, framework, ...base });
    if (done.state === 'refused') return done.why;
    attempt = { content: '', request: '' };
    if (done.count === 0) return 'changed';
    const row = (await frameworks(db)).find(({ id }) => id === edit.id);
    const reply = { version: row?.framework.version ?? version, ...(changes && { changes }) };
    keepForm(mine, undefined);
    if (edited === mine) {
      edited = framework.id;
      const { view, params } = desk().route.value;
      if (mine === NEW && view === 'framework') desk().go('framework', { ...params, framework: framework.id }, 'replace');
    }
    void desk().refresh();
    if (row) fromFile.stored(mine, row);
    return reply;
  }

  /** In place of what is open, or as a framework of its own. */
  function begin(framework: Framework, own: boolean, reason: string, what: string): void {
    const form = toForm(framework, dayHere(new Date()));
    if (own) {
      keepForm(NEW, { ...form, id: '', version: 0, sample: false, changes: undefined });
      desk().go('framework', { framework: NEW });
      return;
    }
    editor.value?.replace(form, what);
    if (editor.value) editor.value.reason.value = reason;
  }
  const take = (model: Template): void => {
    const claims = edited === NEW ? (editor.value?.form.value.claims ?? []) : [];
    begin({ ...model.framework(dayHere(new Date())), claims: [...claims] }, edited !== NEW, say('modelsFrom', model.name), 'model');
  };
  const apply = (read: Framework, own: boolean, given: FileReadings): void => {
    const [row, now] = [wanted(), editor.value];
    const same = now && diffFrameworks(now.checked.value.framework, read).length === 0;
    // The framework is stored as the file has it: there are only readings to store.
    if (!own && row && same && !now.dirty.value) return void fromFile.store(given, row);
    fromFile.keep(own ? NEW : edited, given, own ? undefined : now);
    begin(read, own, say('fileFrom', read.name), 'file');
  };

  async function remove({ id, name }: Framework): Promise<void> {
    deleting.value = undefined;
    fromFile.forget(id);
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
    storing: fromFile.storing,
    refresh: async (db) => {
      const row = wanted();
      const now = editor.peek();
      // A form with something in it stays; whether the framework changed meanwhile is asked when it is saved.
      const other = edited !== (row?.id ?? NEW);
      const newer = now !== undefined && row !== undefined && row.framework.version !== now.form.peek().version;
      if (!now || other || (newer && !now.dirty.peek() && now.phase.peek() !== 'saving')) open();
      readings.value = row ? await readingsOf(db, row.team, row.framework) : new Map();
      work.value = row && (await workOf(db, row));
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
            findings={findings}
            current={current.value}
            readings={readings.value}
            others={desk().rows.value.map((row) => row.framework)}
            work={work.value}
            today={dayHere(new Date())}
            guide={desk().route.value.params['guide']}
            verbs={{
              create: () => desk().go('framework', { framework: NEW }),
              take,
              settle: (conflict) => void settleClaim(desk(), conflict, now.form.value.name),
              saveFile: async () => {
                const row = wanted();
                if (row) await downloadFramework(await desk().database(), row.team, now.checked.value.framework);
              },
              apply,
              versions: async () => versionsOf(await desk().database(), wanted()?.team ?? '', edited),
              guide: (step) => {
                const { framework: id } = desk().route.value.params;
                desk().go('framework', { framework: id, guide: step === 'on' ? 'on' : step?.toString() });
              },
              remove: () => (deleting.value = wanted()?.framework),
              reload: () => {
                fromFile.forget(edited);
                keepForm(edited, undefined);
                open();
              },
              readClaims: (pasted) => claimsFrom(pasted, desk().sites.value),
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
