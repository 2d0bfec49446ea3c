// Removing the sample: at once when nothing in it is the user's own, after asking when something is.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { RemoveSampleProps } from '../../components/shell/remove-sample.tsx';
import { say } from '../../lib/say.ts';
import { SAMPLE_TEAM } from '../../lib/sample/planner.ts';
import { ownUnderSample } from '../../lib/state/sample.ts';
import { tagPages } from '../../lib/store/read.ts';
import type { Desk } from './desk.ts';

export function createSampleRemoval(desk: () => Desk): { readonly asked: ReadonlySignal<RemoveSampleProps | undefined>; ask(): void } {
  const own = signal<RemoveSampleProps['own'] | undefined>(undefined);

  async function remove(): Promise<void> {
    own.value = undefined;
    await desk().write({ ask: 'removeSample' }, { text: say('shellSampleRemoved') });
  }

  async function ask(): Promise<void> {
    const db = await desk().database();
    let answers = 0;
    for await (const page of tagPages(db)) answers += ownUnderSample(page.filter(({ team }) => team === SAMPLE_TEAM)).length;
    const all = await db.getAll('readings', IDBKeyRange.bound([SAMPLE_TEAM], [SAMPLE_TEAM, []]));
    const readings = all.filter(({ source }) => source !== 'sample').length;
    if (answers + readings === 0) return remove();
    own.value = { answers, readings };
  }

  const asked = computed(() => own.value && { own: own.value, onRemove: () => void remove(), onClose: () => (own.value = undefined) });
  return { asked, ask: () => void ask() };
}
