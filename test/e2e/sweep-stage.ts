// Sweeping in tests: called for as the browser does it, and played with the pauses a person makes.
import type { Page } from 'playwright-core';
import type { Stage } from './stage.ts';

export const bar = (page: Page) => page.locator('azimuth-sweep');
export const GITHUB_LIST = 'https://github.com/azimuth-sample/planner/issues';
export const JIRA_BACKLOG = 'https://azimuth-sample.atlassian.net/jira/software/c/projects/PLN/boards/1/backlog';
export const LINEAR_LIST = 'https://linear.app/azimuth-sample/team/PLN/active';

/** What the browser does when the key for a sweep is pressed. */
export async function callSweep(stage: Stage, page: Page): Promise<void> {
  await stage.command('sweep', page);
  await bar(page).locator('.option, .bar[data-phase="end"]').first().waitFor();
}

/** The ticket in turn, short. */
export const inTurn = (page: Page): Promise<string> => bar(page).locator('.title .id').innerText();
export const counted = (page: Page): Promise<string> => bar(page).locator('.top > b').innerText();

/** Whether the outline lies around the row of the ticket in turn: its box, and what the row at its middle links to. */
export const outlined = (page: Page): Promise<string> =>
  bar(page).evaluate((element) => {
    const outline = element.shadowRoot?.querySelector<HTMLElement>('.outline');
    if (!outline || outline.hidden) return 'none';
    const { left, top, width, height } = outline.getBoundingClientRect();
    const under = document
      .elementsFromPoint(left + width / 2, top + height / 2)
      .map((one) => one.closest('li, a[data-list-row], [data-testid*="content-container."]'))
      .find((one) => one !== null);
    const link = under?.matches('a') ? under : under?.querySelector('a[href*="/issues/"], a[href*="/browse/"]');
    return /(?:issues|browse|issue)\/([\w-]+)/.exec(link?.getAttribute('href') ?? '')?.[1] ?? 'nothing';
  });
