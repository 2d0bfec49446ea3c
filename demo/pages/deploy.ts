/**
 * Class names as the trackers make them: a readable part that stays (GitHub, Linear) or none (Jira), and a hash that is
 * new with every deploy. Whatever holds on to a hash breaks here as it does there.
 */
let deploy = 'local';

/** Sets the stamp for the names below; called once per process and once per page. */
export function startDeploy(id: string): void {
  deploy = id;
}

export function currentDeploy(): string {
  return deploy;
}

function hash(name: string, stamp: string, length: number): string {
  let state = 2_166_136_261;
  for (const char of `${stamp}/${name}`) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  state = (state ^ (state >>> 15)) >>> 0;
  const digits = state.toString(36).padStart(7, '0');
  return (digits + (Math.imul(state, 31) >>> 0).toString(36)).slice(0, length);
}

/** GitHub's CSS modules: `Name-module__part__hash`, the `__` since February 2026; its component library: `prc-Name-hash`. */
export function githubClass(...names: string[]): string {
  return names.map((name) => `${name}${name.startsWith('prc-') ? '-' : '__'}${hash(name, deploy, 5)}`).join(' ');
}

/** Jira's atomic classes: nothing but a hash. */
export function jiraClass(...names: string[]): string {
  return names.map((name) => `_${hash(name, deploy, 8)}`).join(' ');
}

/** Linear's StyleX migration: `sc2sx-Component-hash`. */
export function linearClass(...names: string[]): string {
  return names.map((name) => `sc2sx-${name}-${hash(name, deploy, 8)}`).join(' ');
}

/** Rewrites the stable names a style sheet is written with to this deploy's: `.Name-module__part`, `.prc-Name`, `.j-name`, `.l-Name`. */
export function stampCss(css: string, stamp: string): string {
  const before = deploy;
  deploy = stamp;
  const stamped = css
    .replace(/\.([A-Z]\w*-module__\w+(?:-\w+)*|prc-[A-Za-z-]+)/g, (_, name: string) => `.${githubClass(name)}`)
    .replace(/\.j-([\w-]+)/g, (_, name: string) => `.${jiraClass(name)}`)
    .replace(/\.l-(\w+)/g, (_, name: string) => `.${linearClass(name)}`);
  deploy = before;
  return stamped;
}
