// The command itself, as a program: what it says of real files, and how it ends.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFramework } from '../../lib/formats/framework-json.ts';
import type { Framework } from '../../lib/model/framework.ts';
import { barePlanner } from '../bare-planner.ts';
import { sampleFramework } from '../../lib/sample/planner.ts';
import { sampleReadings } from '../../lib/sample/readings.ts';
import type { Report } from '../../setup/framework-report.ts';

const ROOT = join(import.meta.dirname, '../..');
const TODAY = new Date().toISOString().slice(0, 10);
const PLANNER = barePlanner(TODAY);
/** A framework with nothing but notes: what it lacks is for its people to know. */
const SAID: Framework = {
  ...PLANNER,
  value: 'Projects are finished when they were promised.',
  rationale: 'Teams stay because their projects get finished.',
  validation: { customerValue: true, measurable: true, influenceable: true, leading: true, revenue: true, simple: true, frequent: true },
};

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'azimuth check '))));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return name;
};
const run = (args: string[], env: object = {}) =>
  new Promise<{ code: number; out: string; err: string }>((done) => {
    const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')));
    const options = { cwd: folder, env: { ...own, NODE_NO_WARNINGS: '1', ...env }, maxBuffer: 1e8 };
    const child = execFile(process.execPath, [join(ROOT, 'setup/check-framework.ts'), ...args], options, (_, out, err) =>
      done({ code: child.exitCode ?? -1, out, err }),
    );
  });

describe('npm run check:framework', () => {
  it('is set up like the other commands', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(scripts['check:framework']).toBe('node setup/run.mjs setup/check-framework.ts');
  });

  it('says rule, requirement, what it is about and what to do, with the line, and ends with 0 for warnings', async () => {
    const ownerless = structuredClone(PLANNER);
    for (const metric of ownerless.metrics) delete metric.owner;
    const text = writeFramework(ownerless);
    const { code, out, err } = await run([file('ownerless.json', text)]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const line = text.slice(0, text.indexOf('"id": "activation"')).split('\n').length - 1;
    expect(out).toContain(
      [
        `ownerless.json:${line} note no-owner (requirements 43, 44; S3 step 5)`,
        '  at:    framework.metrics[1].owner',
        '  about: New team activation',
        '  what:  Activation has no owner.',
        '  do:    Name one team or person with the authority to move it.',
      ].join('\n'),
    );
    expect(out).toMatch(/warning no-value \(requirement 26; S3 step 1\)/);
    expect(out).toMatch(/\nownerless\.json: Planner, version 1: 0 errors, \d+ warnings, \d+ notes\n$/);
  });

  it('ends with 1 for warnings where asked to be strict, also where npm keeps the option to itself', async () => {
    const warned = file('warned.json', writeFramework(PLANNER));
    mkdirSync(join(folder, 'where npm was called'));
    file('where npm was called/warned too.json', writeFramework(PLANNER));
    const noted = file('noted.json', writeFramework(SAID));
    const npm = { npm_lifecycle_event: 'check:framework', npm_config_strict: 'true', INIT_CWD: join(folder, 'where npm was called') };
    const [strict, viaNpm, lax, clean] = await Promise.all([
      run([warned, '--strict']),
      run(['warned too.json'], npm),
      run([warned]),
      run(['--strict', noted]),
    ]);
    expect([strict.code, viaNpm.code, lax.code, clean.code]).toEqual([1, 1, 0, 0]);
    expect(clean.out).toMatch(/0 errors, 0 warnings, [1-9]\d* notes/);
  });

  it('has nothing but notes to say of the sample, and one that is muted', async () => {
    const { code, out } = await run(['--strict', file('sample.json', writeFramework(sampleFramework(TODAY)))]);
    expect(code).toBe(0);
    expect(out).toMatch(/\nsample\.json: Planner, version 1: 0 errors, 0 warnings, \d+ notes, 1 muted\n$/);
  });

  it('ends with 1 for an error, and with 0 once somebody lets it stand', async () => {
    const wrong: Framework = { ...SAID, formula: 'activation * invites' };
    const muted: Framework = { ...wrong, mutes: [{ rule: 'formula-unknown-name', reason: 'Invites come next week.' }] };
    const [one, other] = await Promise.all([
      run([file('formula.json', writeFramework(wrong))]),
      run([file('muted.json', writeFramework(muted)), '--json']),
    ]);
    expect(one.code).toBe(1);
    expect(one.out).toMatch(/error formula-unknown-name \(requirement.* 13/);
    const entries = (JSON.parse(other.out) as Report).entries.filter(({ rule }) => rule === 'formula-unknown-name');
    expect(entries).toEqual([expect.objectContaining({ level: 'error', path: 'framework.formula', muted: 'Invites come next week.' })]);
    expect(other.code).toBe(0);
  });

  it('looks at the readings in the file', async () => {
    const readings = sampleReadings('2020-01-31').map((reading) => ({ framework: PLANNER.id, source: 'sample' as const, ...reading }));
    const { out } = await run([file('old.json', writeFramework(PLANNER, readings)), '--json']);
    const { framework, entries } = JSON.parse(out) as Report;
    expect(framework).toEqual({ name: 'Planner', version: 1, metrics: 5, readings: readings.length });
    expect(entries.some(({ rule, about }) => rule === 'stale-reading' && about?.id === 'activation')).toBe(true);
  });

  it('ends with 2 for what is no framework, with the place and what to do', async () => {
    const good = writeFramework(PLANNER);
    const bad = good.replace('"low": 45', '"low": 450').replace('"role": "north-star"', '"role": "nortstar"');
    const [wrong, text, none, dir, usage, option] = await Promise.all([
      run([file('bad.json', bad)]),
      run([file('text.json', good.replace('"version": 1,', '"version": 1'))]),
      run(['none.json']),
      run(['.']),
      run([]),
      run(['--all', 'bad.json']),
    ]);
    expect(wrong.code).toBe(2);
    expect(wrong.out).toMatch(
      /bad\.json:\d+ unreadable file\/not-one-of\n {2}at: {4}framework\.metrics\[0\]\.role\n {2}what: {2}.*Write one of: north-star, input/,
    );
    expect(wrong.out).toMatch(/\nbad\.json cannot be read: 2 problems\n$/);
    expect(text).toMatchObject({
      code: 2,
      out: expect.stringMatching(/^text\.json:7 unreadable file\/not-json\n {2}what: {2}Put a comma before/),
    });
    expect(none).toEqual({ code: 2, out: '', err: 'none.json cannot be read: there is no such file.\n' });
    expect(dir).toMatchObject({ code: 2, err: '. cannot be read: it is a folder.\n' });
    expect(usage).toMatchObject({ code: 2, out: '', err: expect.stringContaining('npm run check:framework FILE') });
    expect(option.code).toBe(2);
  });

  it('warns of fields it does not know', async () => {
    const { code, out } = await run([file('typo.json', writeFramework(SAID).replace('"owner"', '"onwer"')), '--strict']);
    expect(code).toBe(1);
    expect(out).toMatch(
      /typo\.json:\d+ warning file\/unknown-field\n {2}at: {4}framework\.metrics\[0\]\.onwer\n {2}what: {2}This Azimuth does not know “onwer”/,
    );
  });

  it('hands nothing of the file to the terminal but its letters, and lets no line of it come first', async () => {
    const name = '::error::pwned \u001b[31mred\u001b[0m\u202e\n::add-mask::x';
    const metrics = PLANNER.metrics.map((metric) => ({ ...metric, name, shortName: '::set-output' }));
    const { out } = await run([file('hostile.json', writeFramework({ ...PLANNER, name, metrics })), '--strict']);
    expect(out).toContain('pwned');
    // oxlint-disable-next-line no-control-regex
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(out.split('\n').filter((line) => /^\s*::/.test(line))).toEqual([]);
  });

  it('takes a huge file for what it is', async () => {
    const { code, out } = await run([file('huge.json', ' '.repeat(26 * 1024 * 1024))]);
    expect(code).toBe(2);
    expect(out).toContain('The file is larger than 25 MB.');
  });
});
