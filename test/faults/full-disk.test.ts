// The disk fills up while somebody answers. The browser then says neither yes nor QuotaExceededError but UnknownError,
// and takes the connection away.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { panel, setStage, type Stage } from '../e2e/stage.ts';
import { clickSave, saved, ticketKey, ticketUrl, typeAnswer, UNANSWERED } from './answering.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';
import { faultsOf, stored, type Stored } from './stored.ts';

const BEFORE = UNANSWERED.slice(0, 5);
const DURING = UNANSWERED[5] as number;
/** Four bytes a letter on disk: more than what may be left in the last block of a file that is open. */
const NOTE = '測'.repeat(1900);

describe('a full disk', () => {
  let stage: Stage | undefined;
  let disk: SmallDisk | string;
  afterEach(async () => {
    if (typeof disk !== 'string') disk.free();
    await stage?.close();
    if (typeof disk !== 'string') disk.remove();
  });

  /** The sample, some answers, and then one more on a disk without room for a byte. */
  async function answerOnFullDisk(): Promise<{ page: Page; before: Stored } | undefined> {
    disk = mountSmallDisk();
    if (typeof disk === 'string') {
      console.log(`SKIPPED: full disk: ${disk}`);
      return undefined;
    }
    const profileDir = join(disk.dir, 'profile');
    mkdirSync(profileDir);
    stage = await setStage({ profileDir });
    await stage.sample();
    for (const number of BEFORE) await answer(stage, number, '+2..4');
    const before = await stored(stage);

    const page = await stage.open(ticketUrl(DURING));
    await panel(page).getByRole('radio').first().check();
    await panel(page).getByRole('button', { name: 'Details' }).click();
    await panel(page).getByRole('textbox', { name: 'Note' }).fill(NOTE);
    await typeAnswer(page, '+3..5');
    disk.fill();
    expect(disk.left()).toBe(0);
    await clickSave(page);
    await panel(page).getByRole('alert').getByText('Not saved').waitFor();
    return { page, before };
  }

  it('is said, nothing is pretended, and the answer is stored once there is room', async ({ skip }) => {
    const full = await answerOnFullDisk();
    if (!full || !stage || typeof disk === 'string') return skip('no small disk');
    const { page, before } = full;
    await panel(page).getByRole('alert').getByText('The disk is full, so the browser refused to store this answer.').waitFor();
    expect(await saved(page).count()).toBe(0);
    expect(await panel(page).evaluate((element) => element.shadowRoot?.textContent)).toContain('+3 to +5');
    // Still full. The database cannot even be opened now, and the browser no longer says why; nor may we say "Saved".
    disk.fill();
    await panel(page).getByRole('button', { name: 'Try again' }).click();
    await panel(page).getByRole('alert').getByText('Not saved').waitFor();
    await page.waitForTimeout(1500);
    expect(await saved(page).count()).toBe(0);
    expect(await panel(page).getByRole('button', { name: 'Try again' }).count()).toBe(1);

    disk.free();
    await panel(page).getByRole('button', { name: 'Try again' }).click();
    await saved(page).waitFor();
    stage = await stage.restart('close');
    const after = await stored(stage);
    expect(BEFORE.flatMap((number) => faultsOf(after, ticketKey(number), '+2..4'))).toEqual([]);
    expect(faultsOf(after, ticketKey(DURING), '+3..5')).toEqual([]);
    expect(after.tags.length).toBe(before.tags.length + 1);
    expect(after.ops.length).toBe(before.ops.length + 1);
    console.log(`Full disk: ${after.tags.length} tags and ${after.ops.length} operations after the restart, none lost`);
  });

  it('loses nothing when the browser is restarted first, and room made then', async ({ skip }) => {
    const full = await answerOnFullDisk();
    if (!full || !stage || typeof disk === 'string') return skip('no small disk');
    disk.free();
    stage = await stage.restart('kill');
    await answer(stage, DURING, '+6..7');
    stage = await stage.restart('close');
    const after = await stored(stage);
    expect(BEFORE.flatMap((number) => faultsOf(after, ticketKey(number), '+2..4'))).toEqual([]);
    expect(faultsOf(after, ticketKey(DURING), '+6..7')).toEqual([]);
    expect(after.tags.length).toBe(full.before.tags.length + 1);
  });
});

async function answer(stage: Stage, number: number, text: string): Promise<void> {
  const page = await stage.open(ticketUrl(number));
  await typeAnswer(page, text);
  await clickSave(page);
  await saved(page).waitFor();
  await page.close();
}
