// "The same to 9 digits in every browser": Node's arithmetic and a browser's, from the same tables and the same draws.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { compare, SWEEPS, type Worked, workOut } from '../impact/sweep/worked.ts';
import { BLANK } from './blank.ts';

const ROOT = join(import.meta.dirname, '../..');

async function bundled(): Promise<string> {
  const entryPoints = [join(ROOT, 'test/impact/sweep/worked.ts')];
  const { outputFiles } = await build({ entryPoints, bundle: true, write: false, format: 'iife', globalName: 'sweep', target: 'es2022' });
  return outputFiles[0]?.text ?? '';
}

it('sweeps every public function', async () => {
  const folder = join(ROOT, 'lib/impact');
  const names = await Promise.all(
    readdirSync(folder).map(async (file) => {
      const exported = (await import(join(folder, file))) as Record<string, unknown>;
      return Object.keys(exported)
        .filter((name) => typeof exported[name] === 'function')
        .map((name) => `${file.replace('.ts', '')}.${name}`);
    }),
  );
  expect(Object.keys(SWEEPS).toSorted()).toEqual(names.flat().toSorted());
});

describe.each(Object.entries(BLANK))('%s', (_, runIn) => {
  const here = workOut();
  let there: Worked;
  beforeAll(async () => {
    there = JSON.parse(await runIn(await bundled(), 'JSON.stringify(sweep.workOut())')) as Worked;
  });

  it('has the numbers of every oracle', () => {
    expect(there.engine).toContain('Mozilla');
    expect(there.oracles).toBeGreaterThan(40);
    expect(there.misses).toEqual([]);
  });

  it('agrees with Node to nine digits on all that is drawn', () => {
    const { numbers, identical, apart } = compare(here, there);
    console.log(`${numbers} numbers of ${here.calls.length} calls, ${identical} of them bit for bit the same in ${there.engine}`);
    expect(numbers).toBeGreaterThan(100_000);
    expect(apart).toEqual([]);
  });
});
