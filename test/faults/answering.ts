// Answering a ticket the way people do, and hearing of "Saved" the moment it is in the page.
import type { Page } from 'playwright-core';
import { panel } from '../e2e/stage.ts';

/** GitHub tickets of the stand-in that the sample data leaves unanswered, 14 of them. */
export const UNANSWERED = Array.from({ length: 14 }, (_, i) => 1921 + i);
export const ticketUrl = (number: number): string => `https://github.com/azimuth-sample/planner/issues/${number}`;
/** A ticket's key in the database. */
export const ticketKey = (number: number): string => `github:azimuth-sample/planner#${number}`;

/** Picks the first input and types how much; resolves when the draft is kept, so that only the save is left to store. */
export async function typeAnswer(page: Page, text: string): Promise<void> {
  await panel(page).getByRole('radio').first().check();
  await panel(page).getByRole('textbox', { name: 'By how much?' }).fill(text);
  await panel(page).getByRole('status').getByText('Draft kept').waitFor();
}

export const clickSave = (page: Page): Promise<void> => panel(page).getByRole('button', { name: 'Save' }).click();
export const saved = (page: Page) => panel(page).getByRole('status').getByText('Saved', { exact: true });

export interface Instants {
  /** Wall clock, ms. */
  readonly clicked: number;
  readonly saved: number;
}

/** Presses Save and notes, in the page itself, when, and when "Saved" was there. */
export async function saveTimed(page: Page): Promise<Instants> {
  const watched = panel(page).evaluate(
    (element) =>
      new Promise<Instants>((resolve, reject) => {
        const root = element.shadowRoot as ShadowRoot;
        let clicked = 0;
        root.addEventListener('click', () => (clicked = Date.now()), { capture: true, once: true });
        new MutationObserver((_, observer) => {
          if (root.querySelector('[role="status"]')?.textContent !== 'Saved') return;
          observer.disconnect();
          resolve({ clicked, saved: Date.now() });
        }).observe(root, { childList: true, subtree: true, characterData: true });
        setTimeout(reject, 10_000, new Error('"Saved" did not appear.'));
      }),
  );
  // A press by script would not count: the panel takes only a person's.
  await clickSave(page);
  return watched;
}
