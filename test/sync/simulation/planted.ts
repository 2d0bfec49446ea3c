// Twelve bugs that sync has had elsewhere, planted one at a time: in a copy of the program, or in the simulated endpoint. The
// simulation has to find each, or it would not find a real one either.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bug } from './endpoint.ts';

interface Planted {
  readonly name: string;
  /** In the endpoint of the simulation. */
  readonly bug?: Bug;
  /** In a copy of the program: what stands in a file once, and what in its place. */
  readonly patches?: readonly { readonly file: string; readonly from: string; readonly to: string }[];
}

export const PLANTED: readonly Planted[] = [
  { name: 'a serial column as cursor', bug: 'serial-cursor' },
  { name: 'numbers ordered as text', bug: 'text-order' },
  {
    name: 'the cursor before the data',
    patches: [
      {
        file: 'lib/store/sync-store.ts',
        from: 'take: (page, after, told, now) => within((tx) => take(tx, page, after, told, now, newest())),',
        to: `take: async (page, _after, told, now) => {
          await within(async (tx) => {
            const place = await placeIn(tx);
            if (place) await putPlace(tx, { ...place, after: page.next });
          });
          return within((tx) => take(tx, page, page.next, told, now, newest()));
        },`,
      },
    ],
  },
  {
    name: 'the outbox emptied before the word for it',
    patches: [
      {
        file: 'lib/store/sync-store.ts',
        from: 'waiting: (most, now) => within((tx) => waitingIn(tx, most, now)),',
        to: `waiting: (most, now) => within(async (tx) => {
          const waiting = await waitingIn(tx, most, now);
          for (const { op } of waiting) await tx.objectStore('outbox').delete(op.op);
          return waiting;
        }),`,
      },
    ],
  },
  {
    name: 'the wall clock decides',
    patches: [{ file: 'lib/sync/clock.ts', from: 'if (now > before) return', to: 'if (now > 0) return' }],
  },
  {
    name: 'the clock is not kept',
    patches: [
      {
        file: 'lib/store/write.ts',
        from: "await meta.put(clock, 'clock');",
        to: "await meta.put({ ...clock, hlc: '0'.repeat(32) }, 'clock');",
      },
    ],
  },
  {
    name: '>= for >',
    patches: [{ file: 'lib/sync/merge.ts', from: 'op.hlc > over.hlc ||', to: 'op.hlc >= over.hlc ||' }],
  },
  { name: 'no team in the question', bug: 'no-team-filter' },
  { name: 'the author is who the body says', bug: 'author-from-body' },
  { name: 'nothing is known a second time', bug: 'no-dedupe' },
  {
    name: 'an edit brings back what was removed',
    patches: [
      {
        file: 'lib/store/apply.ts',
        from: "if (cells['deleted']?.value === true ||",
        to: "if ((cells['deleted']?.value === true && Object.values(cells).every(({ hlc }) => hlc <= (cells['deleted']?.hlc ?? ''))) ||",
      },
    ],
  },
  {
    name: 'the tag and its place in the outbox in two transactions',
    patches: [
      { file: 'lib/store/write.ts', from: '  await queue(tx, fresh);\n', to: '' },
      {
        file: 'lib/store/write.ts',
        from: 'write: (deeds, also) =>\n      transact(async (tx) => {',
        to: 'write: async (deeds, also) => {\n      const made = await transact(async (tx) => {',
      },
      {
        file: 'lib/store/write.ts',
        from: 'return operations;\n      }),\n    keepDraft',
        to: 'return operations;\n      });\n      await transact((tx) => queue(tx, made));\n      return made;\n    },\n    keepDraft',
      },
    ],
  },
];

const ROOT = join(import.meta.dirname, '..', '..', '..');
export interface Found {
  readonly name: string;
  readonly found: boolean;
  readonly seconds: number;
  readonly said: string;
}

/** Plants one and runs the simulation on it. @param seeds at most */
export async function hunt({ name, bug, patches = [] }: Planted, seeds: number): Promise<Found> {
  const copy = mkdtempSync(join(tmpdir(), 'azimuth-planted-'));
  const began = performance.now();
  try {
    for (const folder of ['lib', 'test/sync/simulation', 'package.json'])
      cpSync(join(ROOT, folder), join(copy, folder), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    for (const { file, from, to } of patches) {
      const text = readFileSync(join(copy, file), 'utf8');
      if (text.split(from).length !== 2) throw new Error(`${name}: what is to be changed does not stand once in ${file}`);
      writeFileSync(
        join(copy, file),
        text.replace(from, () => to),
      );
    }
    const [code, said] = await run(join(copy, 'test/sync/simulation/run.ts'), [
      ...['--seeds', String(seeds), '--workers', '1'],
      ...(bug ? ['--bug', bug] : []),
    ]);
    // It has to be a violation: a copy that does not even run shows nothing.
    return { name, found: code === 1 && /^seed \d+:/m.test(said), seconds: (performance.now() - began) / 1000, said };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function run(file: string, args: readonly string[]): Promise<[code: number | null, said: string]> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('close', (code) => done([code, said]));
  });
}
