// npm run test:simulations [-- --only Ranking,Team] [--seed 1] [--small] [--into docs/simulations.md]: the acceptance simulations of
// the arithmetic, as a table of what is measured against what is required, printed or written as it comes out. Ends with 1 where
// something is missed.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Figure, met } from './random.ts';

interface Simulation {
  readonly name: string;
  readonly simulate: (seed: number, scale: number) => readonly Figure[];
}

const pathOf = (file: string): string => join(import.meta.dirname, `${file}.ts`);
const FILES = ['engine', 'ranking', 'calibration', 'target', 'team', 'bundle', 'trend', 'relations'].filter((file) =>
  existsSync(pathOf(file)),
);
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    small: { type: 'boolean', default: false },
    into: { type: 'string' },
  },
});
const seed = Number(values.seed);
const only = values.only?.toLowerCase().split(',');
const files = FILES.filter((file) => !only || only.includes(file));
if (!Number.isInteger(seed) || files.length === 0 || (only && files.length < only.length)) {
  console.error(`--seed takes a whole number, --only some of ${FILES.join(', ')}`);
  process.exit(2);
}

/** Four digits: more is chance. */
const shown = (value: number): string => (Number.isFinite(value) ? String(Number(value.toPrecision(4))) : '');
const bounds = ({ required }: Figure): string => {
  if (!required) return '';
  const [low, high] = required;
  return Number.isFinite(high) ? `${shown(low)} to ${shown(high)}` : `${shown(low)} or more`;
};

const INTRODUCTION = `# What the arithmetic is worth

Backlogs and teams made by chance, in which the truth is known: what the corrected numbers say against what then happens. Each
figure that something is required of says so. Written by \`npm run test:simulations -- --into docs/simulations.md\`.`;
const written: string[] = [INTRODUCTION];
let missed = 0;
for (const file of files) {
  const { name, simulate } = (await import(pathOf(file))) as Simulation;
  const start = performance.now();
  const figures = simulate(seed, values.small ? 0.25 : 1);
  console.log(`\n${name}, seed ${seed}, ${((performance.now() - start) / 1000).toFixed(1)} s`);
  written.push(`## ${name}, seed ${seed}\n`, '| measured | | required | |', '| --- | --: | --- | --- |');
  const width = Math.max(...figures.map(({ what }) => what.length));
  for (const figure of figures) {
    const ok = met(figure);
    if (!ok) missed++;
    const verdict = figure.required ? (ok ? 'met' : 'MISSED') : '';
    written.push(`| ${figure.what} | ${shown(figure.measured)} | ${bounds(figure)} | ${verdict} |`);
    console.log(
      `  ${figure.what.padEnd(width)}  ${shown(figure.measured).padStart(8)}  ${bounds(figure).padEnd(16)}  ${verdict}`.trimEnd(),
    );
  }
}
if (values.into) writeFileSync(values.into, `${written.join('\n').replaceAll('\n## ', '\n\n## ')}\n`);
console.log(missed === 0 ? '\nEverything required is met.' : `\n${missed} missed.`);
process.exitCode = missed === 0 ? 0 : 1;
