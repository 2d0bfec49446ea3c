// A list by its address, whichever page of it is shown: where a sweep of it was left is kept under this.

/** Said of where in a list one is, or of what lies over it, and not of which list it is. */
const PLACE = new Set(['page', 'p', 'after', 'before', 'cursor', 'startindex', 'selectedissue', 'issue', 'pane', 'itemid']);

/** Host, path and what filters it, in lower case; '' for what is no address. */
export function listAddress(address: string): string {
  if (!URL.canParse(address)) return '';
  const { origin, pathname, searchParams } = new URL(address);
  const kept = [...searchParams].filter(([name, value]) => value !== '' && !PLACE.has(name.toLowerCase()));
  const query = new URLSearchParams(kept.toSorted(([a], [b]) => (a < b ? -1 : 1))).toString();
  return `${origin}${pathname.replace(/\/+$/, '')}${query && `?${query}`}`.toLowerCase().slice(0, 1000);
}
