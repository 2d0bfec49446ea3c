// Who may import whom. The house stays as it is drawn because this fails when it is not.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

interface Import {
  readonly from: string;
  readonly to: string;
  readonly types: boolean;
}

function files(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((name) => /\.(ts|tsx)$/.test(name) && statSync(join(ROOT, name)).isFile());
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8').replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
  return [...text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)].map(([, types, to = '']) => ({
    from: file,
    to: to.startsWith('.') ? relative(ROOT, join(ROOT, file, '..', to)) : to,
    types: Boolean(types),
  }));
}

const FOLDERS = ['entrypoints', 'components', 'lib'];
const ALL = FOLDERS.flatMap(files).flatMap(importsOf);
const inside = (path: string, ...rooms: string[]): boolean => rooms.some((room) => path === room || path.startsWith(`${room}/`));
const ours = (path: string): boolean => inside(path, 'entrypoints', 'components', 'lib', 'demo', 'setup', 'test', 'server');
const said = (bad: Import[]): string[] => bad.map(({ from, to }) => `${from} -> ${to}`);

/** Rooms of lib without effects, each with the rooms of ours it may know. */
const PURE: Record<string, readonly string[]> = {
  'lib/model': ['lib/model'],
  'lib/impact': ['lib/impact', 'lib/model'],
  'lib/team': ['lib/team', 'lib/model', 'lib/impact'],
  'lib/lint': ['lib/lint', 'lib/model', 'lib/impact'],
  'lib/sync/clock.ts': [],
  'lib/sync/merge.ts': ['lib/model'],
  'lib/sync/protocol.ts': ['lib/model'],
  'lib/sync/protocol-team.ts': ['lib/sync/protocol.ts'],
  'lib/sync/content.ts': ['lib/model'],
  'lib/sync/invite.ts': ['lib/sync/protocol-team.ts'],
  'lib/sync/messages.ts': ['lib/sync/protocol.ts', 'lib/sync/protocol-team.ts'],
  'lib/sync/team-calls.ts': ['lib/sync'],
  'lib/sample': ['lib/sample', 'lib/model'],
  'lib/templates': ['lib/templates', 'lib/model'],
  'lib/formats': ['lib/formats', 'lib/model', 'lib/impact'],
};

describe('who may import whom', () => {
  it('finds the files it speaks of', () => {
    expect(ALL.length).toBeGreaterThan(100);
    for (const room of Object.keys(PURE)) expect(statSync(join(ROOT, room))).toBeTruthy();
  });

  it('goes from entrypoints to components to lib, and never back', () => {
    expect(said(ALL.filter(({ from, to }) => inside(from, 'lib') && inside(to, 'components', 'entrypoints')))).toEqual([]);
    expect(said(ALL.filter(({ from, to }) => inside(from, 'components') && inside(to, 'entrypoints')))).toEqual([]);
    expect(said(ALL.filter(({ to }) => inside(to, 'demo', 'setup', 'test')))).toEqual([]);
  });

  it('keeps store, sync, browser and page out of components', () => {
    const far = ALL.filter(
      ({ from, to, types }) =>
        inside(from, 'components') &&
        !types &&
        inside(to, 'lib/store', 'lib/sync', 'lib/browser.ts', 'lib/page', 'lib/requests', 'lib/messages.ts'),
    );
    expect(said(far)).toEqual([]);
  });

  it('keeps the pure rooms pure', () => {
    for (const [room, may] of Object.entries(PURE)) {
      const bad = ALL.filter(({ from, to }) => inside(from, room) && (ours(to) ? !inside(to, ...may) : !/^(zod\/mini|fflate)$/.test(to)));
      expect(said(bad), room).toEqual([]);
    }
  });

  it('lets the server know pure rooms only, and nobody else the server', () => {
    const may = Object.keys(PURE);
    const bad = files('server')
      .flatMap(importsOf)
      .filter(({ to }) => ours(to) && !inside(to, 'server', ...may));
    expect(said(bad)).toEqual([]);
    expect(said(ALL.filter(({ to }) => inside(to, 'server')))).toEqual([]);
  });

  it('lets a tracker know only the contract', () => {
    const bad = ALL.filter(
      ({ from, to }) => /lib\/trackers\/(github|jira|jira-data-center|linear|column)\.ts/.test(from) && to !== 'lib/trackers/tracker.ts',
    );
    expect(said(bad)).toEqual([]);
  });

  it('has one importer each for idb, the polyfill and the writer', () => {
    const importers = (to: string): string[] => [...new Set(ALL.filter((one) => one.to === to && !one.types).map(({ from }) => from))];
    expect(importers('idb')).toEqual(['lib/store/db.ts', 'lib/store/renew.ts']);
    expect(importers('webextension-polyfill')).toEqual(['lib/browser.ts']);
    expect(importers('fflate')).toEqual(['lib/formats/zip.ts']);
    expect(importers('lib/store/write.ts')).toEqual(['entrypoints/background.ts']);
  });

  it('uses zod/mini only, and no barrel files', () => {
    expect(said(ALL.filter(({ to }) => to === 'zod'))).toEqual([]);
    expect(FOLDERS.flatMap(files).filter((file) => /\/index\.tsx?$/.test(file))).toEqual([]);
  });

  it('keeps schemas and the polyfill away from tracker pages', () => {
    const scripts = [
      ...[
        'tracker.ts',
        'own-site.ts',
        'panel.tsx',
        'meaning.tsx',
        'dock.tsx',
        'pane.ts',
        'chips.ts',
        'shapes.ts',
        'editor.tsx',
        'sweep.tsx',
      ],
      ...['github.ts', 'jira.ts', 'jira-data-center.ts', 'linear.ts'],
      ...['github-lists.ts', 'jira-lists.ts', 'linear-lists.ts'],
    ];
    for (const entry of scripts.map((name) => `entrypoints/${name}`)) {
      const reached = new Set<string>();
      const walk = (file: string): void => {
        if (reached.has(file)) return;
        reached.add(file);
        for (const { to, types } of importsOf(file)) {
          if (types) continue;
          if (ours(to) && /\.tsx?$/.test(to)) walk(to);
          else reached.add(to);
        }
      };
      walk(entry);
      expect(
        [...reached].filter((to) => /^zod|webextension-polyfill|^idb$/.test(to)),
        entry,
      ).toEqual([]);
    }
  });
});
