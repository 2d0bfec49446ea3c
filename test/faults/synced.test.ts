// "Saved" means on the disk: between the click and the word the browser has synced the database's file. The control
// is a build that asks for less, which must be seen to sync less; else the watch itself would be blind.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXTENSION, setStage } from '../e2e/stage.ts';
import { type Copy, copyProject } from '../removals/copy.ts';
import { saveTimed, ticketUrl, typeAnswer, UNANSWERED } from './answering.ts';
import { watchSyncs } from './watched-syncs.ts';

const SAVES = 10;

/** For each of ten saves, how many syncs of the extension's database began and ended between the click and "Saved"; or why not. */
async function syncsPerSave(extensionDir: string): Promise<number[] | string> {
  const stage = await setStage({ extensionDir });
  try {
    await stage.sample();
    const session = await stage.context.browser()?.newBrowserCDPSession();
    const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
    // Storage lives in the browser's own process or in a utility of it, never in a renderer.
    const pids = processInfo.filter(({ type }) => type === 'browser' || type === 'utility').map(({ id }) => id);
    const watch = await watchSyncs(pids);
    if (typeof watch === 'string') return watch;
    const saves: { clicked: number; saved: number }[] = [];
    for (const number of UNANSWERED.slice(0, SAVES)) {
      const page = await stage.open(ticketUrl(number));
      await typeAnswer(page, '+2..4');
      saves.push(await saveTimed(page));
      await page.close();
    }
    const syncs = (await watch.stop()).filter(({ file }) => file.includes(`chrome-extension_${stage.extensionId}_0.indexeddb`));
    // The page's clock is cut to whole milliseconds.
    return saves.map(({ clicked, saved }) => syncs.filter(({ began, ended }) => began >= clicked && ended <= saved + 1).length);
  } finally {
    await stage.close();
  }
}

describe('durability', () => {
  let copy: Copy;
  beforeAll(() => {
    copy = copyProject();
    copy.buildWith([{ file: 'lib/store/write.ts', find: "durability: 'strict'", replace: "durability: 'relaxed'" }]);
  });
  afterAll(() => copy.remove());

  it(`is there before "Saved" is said, ${SAVES} times of ${SAVES}; a build that does not ask for it is seen not to have it`, async ({
    skip,
  }) => {
    const strict = await syncsPerSave(EXTENSION);
    if (typeof strict === 'string') {
      console.log(`SKIPPED: durability: ${strict}`);
      return skip(strict);
    }
    const relaxed = await syncsPerSave(copy.extension);
    if (typeof relaxed === 'string') throw new Error(relaxed);
    const sum = (counts: number[]): number => counts.reduce((a, b) => a + b, 0);
    console.log(
      `Syncs of the database between click and "Saved", ${SAVES} saves: ${strict.join(' ')} (${sum(strict)}); relaxed: ${relaxed.join(' ')} (${sum(relaxed)})`,
    );
    expect(strict.filter((count) => count === 0)).toEqual([]);
    expect(relaxed.filter((count) => count > 0).length).toBeLessThan(SAVES / 2);
  });
});
