// What trackers and the kinds of their pages are called.
import { say, type Word } from '../../lib/say.ts';

/** Names of products are the same in every language. */
export const TRACKER_NAMES = { github: 'GitHub', jira: 'Jira', linear: 'Linear' } as const;

const SURFACE_WORDS: Record<string, Word> = {
  page: 'surfacePage',
  pane: 'surfacePane',
  list: 'surfaceList',
};

/** A surface in words; its name where it has none yet. */
export function surfacePhrase(surface: string): string {
  const word = SURFACE_WORDS[surface];
  return word ? say(word) : surface;
}
