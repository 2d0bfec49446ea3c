// npm run bench:page: what the extension costs the pages it runs on, and how soon the question is there.
import { setStage } from '../e2e/stage.ts';
import { printArrivals } from './arrivals.ts';
import { buildUnlessNamed } from './build.ts';
import { scriptsOn } from './bytes.ts';
import { print } from './figures.ts';
import { printLoads } from './loads.ts';
import { printOwnTime } from './own-time.ts';
import { PAGES } from './pages.ts';

const GOAL = { panel: 25_000, none: 4_000 };
/** Its content scripts, built from commit 9ff846edd (2026-02-28), gzip. */
const REFINED_GITHUB = 349_000;

buildUnlessNamed();
const stage = await setStage();
try {
  await stage.sample();
  for (const page of PAGES) {
    const scripts = await scriptsOn(stage, page);
    const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0);
    const goal = page.panel ? GOAL.panel : GOAL.none;
    print(
      `scripts run on the ${page.name}`,
      bytes,
      'bytes gzip',
      [
        { name: 'goal', value: goal },
        { name: 'peer Refined GitHub', value: REFINED_GITHUB },
      ],
      bytes > goal ? `OVER the goal by ${bytes - goal}` : 'within the goal',
      scripts.map((script) => `${script.url} ${script.bytes}`).join(' + ') || 'none ran',
    );
  }
  await printOwnTime(stage);
  await printLoads(stage);
  await printArrivals(stage);
} finally {
  await stage.close();
}
