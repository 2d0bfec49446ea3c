// Pictures of the panel on each tracker, in light and dark, for people to look at; one of them is the README's.
// They are left in test-output/pictures; UPDATE=1 renews docs/panel.png.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ISSUE, JIRA, LINEAR, panel, setStage, type Stage } from './stage.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'test-output/pictures');

const TICKETS = {
  github: ISSUE,
  'github-classic': 'https://github.com/azimuth-sample/classic/issues/1842',
  'github-pull': 'https://github.com/azimuth-sample/planner/pull/1940',
  jira: JIRA,
  'jira-modal': 'https://azimuth-sample.atlassian.net/jira/software/c/projects/PLN/boards/1?selectedIssue=PLN-198',
  'jira-side': 'https://azimuth-sample.atlassian.net/jira/software/c/projects/PLN/boards/1/backlog?selectedIssue=PLN-198',
  linear: LINEAR,
};

describe('pictures', () => {
  let stage: Stage;
  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    stage = await setStage({ viewport: { width: 1280, height: 860 } });
    await stage.sample();
  });
  afterAll(() => stage.close());

  it.each(Object.entries(TICKETS).flatMap(([name, url]) => ['light', 'dark'].map((theme) => [name, theme, url] as const)))(
    'of the panel on %s in %s',
    async (name, theme, url) => {
      const page = await stage.open(`${url}${url.includes('?') ? '&' : '?'}theme=${theme}&live=0`);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.locator('azimuth-panel[data-place="column"]').waitFor();
      await panel(page).getByRole('radio').first().focus();
      await page.keyboard.press('1');
      await panel(page).getByRole('textbox', { name: 'By how much?' }).fill('+2..5pp 80%');
      await panel(page).getByText('so about').waitFor();
      const file = join(FOLDER, `${name}-${theme}.png`);
      const picture = await page.screenshot({ path: file });
      expect(picture.length).toBeGreaterThan(20_000);
      if (process.env['UPDATE'] && name === 'github' && theme === 'light') copyFileSync(file, join(ROOT, 'docs/panel.png'));
      await page.close();
    },
  );
});
