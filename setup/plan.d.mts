// The types of plan.mjs, which cannot be TypeScript: an old Node reads it before anything is installed.
type Installer = 'nobody' | 'this' | 'pinned' | 'user';
type WhichNode = 'local' | 'running' | 'none';
interface Versions {
  pinned: string;
  running: string;
}

export function atLeast(version: string, wanted: [major: number, minor: number]): boolean;
export function stampOf(lockText: string, packageText: string, machine: string): string;
export function pinnedNode(packageText: string): string;
export function canInstall(version: string): boolean;
export function installedInFull(userAgent?: string): boolean;
export function whoInstalls(given: {
  stamp: string | undefined;
  wanted: string;
  node: WhichNode;
  running: string;
  ignoresScripts: () => boolean;
}): Installer;
export function whichNode(given: { localWorks: boolean; running: string }): WhichNode;
export function underPinnedNode(version: string, command: string[]): string[];
export function npmCall(args: string[], platform: string): { command: string; args: string[]; shell: boolean };
export function firstOnPath<T extends Record<string, string | undefined>>(env: T, folder: string, separator: string): T;
export function scriptsIgnored(given: Versions & { platform: string }): string[];
export function notFetched(given: Versions): string[];
export function noNode(given: Versions): string[];
