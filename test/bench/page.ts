// npm run bench:page: what the extension costs the pages it runs on, and how soon the question is there.
import { setStage } from '../e2e/stage.ts';
import { printArrivals } from './arrivals.ts';
import { buildUnlessNamed } from './build.ts';
import { printBytes } from './bytes.ts';
import { printFigures } from './figures.ts';
import { printLoads } from './loads.ts';
import { printOwnTime } from './own-time.ts';

buildUnlessNamed();
const stage = await setStage();
try {
  await stage.sample();
  await printBytes(stage);
  await printOwnTime(stage);
  await printLoads(stage);
  await printArrivals(stage);
  printFigures();
} finally {
  await stage.close();
}
