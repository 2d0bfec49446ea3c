export type Theme = 'light' | 'dark' | 'auto' | 'dimmed';

/** What a test can ask of a page in its query string. Times are milliseconds. */
export interface Switches {
  theme: Theme;
  /** How long after its script a page starts to hydrate; undefined leaves the host's own delay. */
  slow: number | undefined;
  /** How long the URL is ahead of the document in a soft navigation. */
  lag: number;
  /** Every how long a live update arrives; 0 never. */
  live: number | undefined;
  /** Which of its anchors GitHub's sidebar carries: the 2026 class, the 2025 test ids, or neither. */
  sidebar: '2026' | '2025' | 'bare';
}

const THEMES = ['light', 'dark', 'auto', 'dimmed'] as const;
const SIDEBARS = ['2026', '2025', 'bare'] as const;

export function readSwitches(search: string): Switches {
  const query = new URLSearchParams(search);
  return {
    theme: THEMES.find((name) => name === query.get('theme')) ?? 'light',
    slow: readTime(query, 'slow'),
    lag: readTime(query, 'lag') ?? 300,
    live: readTime(query, 'live'),
    sidebar: SIDEBARS.find((name) => name === query.get('sidebar')) ?? '2026',
  };
}

let opened: Switches | undefined;

/** In the browser: the switches the page was first opened with. They hold for the whole visit, whatever the address becomes. */
export function openedSwitches(): Switches {
  opened ??= readSwitches(location.search);
  return opened;
}

function readTime(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  return text !== null && /^\d+$/.test(text) ? Number(text) : undefined;
}
