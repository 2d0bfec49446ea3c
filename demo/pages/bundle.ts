import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { build, type BuildOptions, type OutputFile } from 'esbuild';
import type { Answer } from './answer.ts';
import { stampCss } from './deploy.ts';

const HERE = import.meta.dirname;
const TRACKERS = ['github', 'jira', 'linear', 'data-center'] as const;

/** What the server-side bundle exports; its source is render.ts. */
export interface Render {
  openRender(deploy: string): void;
  answerPage(host: string, url: URL): Answer | undefined;
}

const COMMON: BuildOptions = {
  bundle: true,
  write: false,
  // The project's own components are Preact's; these pages are React's, so they say so themselves.
  jsx: 'automatic',
  jsxImportSource: 'react',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
  logLevel: 'silent',
};

/** Compiles the pages in memory: scripts for the browser, style sheets with this deploy's class names, the renderer. */
export async function bundlePages(deploy: string): Promise<{ assets: Map<string, Answer>; render: Render }> {
  const [scripts, server] = await Promise.all([
    build({
      ...COMMON,
      entryPoints: [
        { in: join(HERE, 'probe/start.ts'), out: 'probe' },
        ...TRACKERS.map((name) => ({ in: join(HERE, name, 'client.tsx'), out: name })),
      ],
      outdir: '/',
      format: 'iife',
      minify: true,
      target: 'es2022',
    }),
    build({ ...COMMON, entryPoints: [join(HERE, 'render.ts')], platform: 'node', format: 'cjs', target: 'node22' }),
  ]);
  const assets = new Map<string, Answer>();
  for (const file of scripts.outputFiles ?? []) assets.set(baseName(file), asset('text/javascript', file.text));
  for (const name of TRACKERS) assets.set(`${name}.css`, asset('text/css', stampCss(styleSheet(name), deploy)));
  const render = evaluate(server.outputFiles?.[0]?.text ?? '');
  render.openRender(deploy);
  return { assets, render };
}

function baseName(file: OutputFile): string {
  return file.path.slice(file.path.lastIndexOf('/') + 1);
}

function asset(type: string, body: string): Answer {
  return { status: 200, headers: { 'content-type': `${type}; charset=utf-8` }, body };
}

/** A tracker's style sheets, joined by file name. */
function styleSheet(name: string): string {
  const folder = join(HERE, name);
  const files = readdirSync(folder).filter((file) => file.endsWith('.css'));
  return files
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
}

/** Node strips types but does not know JSX, so the renderer arrives as a bundle and is evaluated, never written. */
function evaluate(code: string): Render {
  const module = { exports: {} as Render };
  const wrapper = runInThisContext(`(function (require, module, exports) {${code}\n})`, 'render.cjs') as (
    require: NodeJS.Require,
    module: { exports: Render },
    exports: Render,
  ) => void;
  wrapper(createRequire(import.meta.url), module, module.exports);
  return module.exports;
}
