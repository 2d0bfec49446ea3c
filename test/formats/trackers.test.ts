// What trackers take back: Jira's CSV read again, and the GitHub script run in a real shell with a stand-in for gh.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { opensFormula, storable } from '../../lib/formats/cell.ts';
import type { Estimates } from '../../lib/formats/estimates.ts';
import { github, quoted, readable } from '../../lib/formats/github-script.ts';
import { jira, JIRA_FIELDS } from '../../lib/formats/jira-csv.ts';
import { DOCUMENT } from '../spreadsheet/document.ts';
import { HOSTILE, readCsv } from './hostile.ts';
import { contextOf, writtenText } from './written.ts';

const GITHUB = 'github:github.com';
const JIRA = 'jira:acme.atlassian.net/pln';
const inJira: Estimates = {
  ...DOCUMENT,
  estimates: DOCUMENT.estimates.map((estimate, i) => ({
    ...estimate,
    ticket: `jira:acme.atlassian.net/${i % 10 === 9 ? 'OPS' : 'PLN'}-${i + 1}`,
  })),
};

describe('Jira CSV', () => {
  test('has each ticket of its project by its key, with the title unchanged, and no cell that is a formula', async () => {
    const [head, ...rows] = readCsv(await writtenText(jira, inJira, { site: JIRA }));
    expect(head).toEqual(['Issue Key', 'Summary', ...JIRA_FIELDS]);
    const held = inJira.estimates.filter(({ ticket, title }) => ticket.includes('/PLN-') && title.trim() && !opensFormula(title));
    expect(rows.length).toBe(held.length);
    for (const [i, row] of rows.entries()) {
      const [key, title, gain] = row;
      expect(key).toBe(held[i]?.ticket.replace(/.*\//, ''));
      const shown = storable(held[i]?.title ?? '')
        .replace(/\s+/g, ' ')
        .trim();
      expect(title).toBe(shown);
      expect(title).not.toMatch(/^[\s'"]*[=+\-@]/);
      expect(Number((gain as { bare: string }).bare)).toBe(Number(held[i]?.gain?.mean.toPrecision(6)));
    }
  });

  test('is for one project alone, and for none where none is said', async () => {
    expect(
      readCsv(await writtenText(jira, inJira, { site: 'jira:acme.atlassian.net/ops' })).every(([key]) =>
        /^(Issue Key|OPS-\d+)$/.test(String(key)),
      ),
    ).toBe(true);
    expect(readCsv(await writtenText(jira, inJira)).length).toBe(1);
    expect(jira.site?.('github:acme/app#1')).toBeUndefined();
    expect(jira.site?.('jira:own.example/jira/ABC-1')).toBe('jira:own.example/jira/abc');
  });

  test('has a configuration that maps keys, titles and the fields whose numbers are known', () => {
    const fields = { 'NSM gain': 'customfield_10050', 'NSM gain low': ' 10051 ', 'NSM chance': 'not a number' };
    const config = JSON.parse(jira.companion?.write(contextOf(DOCUMENT, { site: JIRA, fields })) ?? '') as Record<
      string,
      Record<string, unknown>
    >;
    const plain = { userChanged: 'false', manualMapping: 'false' };
    expect(config['config.field.mappings']).toEqual({
      'Issue Key': { 'jira.field': 'issuekey', ...plain },
      Summary: { 'jira.field': 'summary', ...plain },
      'NSM gain': { 'existing.custom.field': '10050', ...plain },
      'NSM gain low': { 'existing.custom.field': '10051', ...plain },
    });
    expect(config['config.project']?.['project.key']).toBe('PLN');
  });
});

/** Writes down how it was called, an argument a line, and answers as gh does. */
const GH = `#!/bin/sh
{ printf 'CALL %s\\n' "$GH_HOST"; for one in "$@"; do printf '%s\\n' "$one"; done; } >> "$LOG"
case "$2" in
  view) echo PVT_1 ;;
  field-list) case "$*" in *'"NSM gain"'*) echo F_gain ;; *low*) echo F_low ;; *high*) echo F_high ;; esac ;;
  item-add) case "$*" in *issues/7\\ *) exit 1 ;; *) echo ITEM ;; esac ;;
esac
`;

describe('the GitHub script', () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'azimuth-gh-'));
    writeFileSync(join(folder, 'gh'), GH);
    chmodSync(join(folder, 'gh'), 0o755);
    writeFileSync(join(folder, 'all.sh'), await writtenText(github, DOCUMENT, { site: GITHUB }));
    writeFileSync(
      join(folder, 'few.sh'),
      await writtenText(github, { ...DOCUMENT, estimates: DOCUMENT.estimates.slice(0, 12) }, { site: GITHUB }),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function run(script: string, ...args: string[]) {
    const log = join(folder, 'log');
    rmSync(log, { force: true });
    const env = { PATH: `${folder}:/usr/bin:/bin`, LOG: log };
    const { status, stdout, stderr } = spawnSync('/bin/sh', [join(folder, script), ...args], { encoding: 'utf8', cwd: folder, env });
    const calls = existsSync(log) ? readFileSync(log, 'utf8').split('CALL ').slice(1) : [];
    return { status, stdout, stderr, calls: calls.map((call) => call.trimEnd().split('\n')) };
  }
  const PROJECT = ['--owner', 'acme', '--project', '5'];

  test('changes nothing and calls nothing until it is told to, with two thousand hostile titles', () => {
    const { status, stdout, stderr, calls } = run('all.sh', ...PROJECT);
    expect([status, stderr, calls]).toEqual([0, '', []]);
    const lines = stdout.split('\n');
    for (const [i, { title }] of DOCUMENT.estimates.entries()) {
      expect(lines).toContain(`https://github.com/acme/app/issues/${i + 1}  ${readable(title)}`);
    }
    expect(stdout).toContain(`${DOCUMENT.estimates.length} tickets. Nothing was changed`);
    expect(existsSync(join(folder, 'owned'))).toBe(false);
  });

  test('writes each number into its field once it is told to, and says what failed', () => {
    const { status, stdout, stderr, calls } = run('few.sh', ...PROJECT, '--apply');
    expect([status, stderr.trim()]).toEqual([1, 'NOT WRITTEN']);
    expect(stdout).toContain('12 tickets, 1 of them not written.');
    expect(new Set(calls.map(([host]) => host))).toEqual(new Set(['github.com']));
    const edits = calls.filter((call) => call.includes('item-edit'));
    expect(edits.length).toBe(11 * 3);
    expect(edits[0]).toEqual([
      ...['github.com', 'project', 'item-edit', '--id', 'ITEM', '--project-id', 'PVT_1', '--field-id', 'F_gain', '--number=-98.25'],
    ]);
    const added = calls.filter((call) => call.includes('item-add')).map((call) => call[call.indexOf('--url') + 1]);
    expect(added).toEqual(DOCUMENT.estimates.slice(0, 12).map(({ url }) => url));
  });

  test('asks for what it needs, and takes no field name that is more than a name', () => {
    expect(run('few.sh').status).toBe(2);
    expect(run('few.sh', '--owner', 'acme', '--project', '5; id').status).toBe(2);
    expect(run('few.sh', ...PROJECT, '--gain', '") | .id, "x').stderr).toContain('may hold letters');
    expect(run('few.sh', ...PROJECT, '--unknown', 'x').status).toBe(2);
    expect(run('few.sh', ...PROJECT, '--apply', '--effort', 'Missing').stderr).toContain('has no field Missing');
  });

  test('quotes every text as one word, and shows titles that cannot turn what is read', () => {
    for (const title of HOSTILE) {
      expect(readable(title)).not.toMatch(/[\p{Cc}\p{Cf}\n\r]/u);
      expect(quoted(readable(title))).toMatch(/^'(?:[^']|'\\'')*'$/);
    }
    const ran = spawnSync(
      '/bin/sh',
      [
        '-c',
        `printf '%s\\n' ${HOSTILE.slice(0, 500)
          .map((title) => quoted(readable(title)))
          .join(' ')}`,
      ],
      { encoding: 'utf8', cwd: folder, env: { PATH: '/usr/bin:/bin' } },
    );
    expect(ran.stdout).toBe(`${HOSTILE.slice(0, 500).map(readable).join('\n')}\n`);
  });

  test('is for one host alone', async () => {
    const own = {
      ...DOCUMENT,
      estimates: DOCUMENT.estimates
        .slice(0, 1)
        .map((one) => ({ ...one, ticket: 'github:git.acme.example/a/b#1', url: 'https://git.acme.example/a/b/issues/1' })),
    };
    expect(github.site?.('github:git.acme.example/a/b#1')).toBe('github:git.acme.example');
    const script = await writtenText(github, own, { site: 'github:git.acme.example' });
    expect(script).toContain("GH_HOST='git.acme.example'");
    expect(script.match(/^item /gm)?.length).toBe(1);
    expect((await writtenText(github, own, { site: GITHUB })).match(/^item /gm)).toBeNull();
  });
});
