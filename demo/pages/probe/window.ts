/** One event that reached the page. */
export interface Heard {
  type: string;
  key: string;
  phase: 'window-capture' | 'document-bubble';
  /** The element the page believes it happened on. */
  target: string;
}

export interface Fired {
  name: string;
  phase: Heard['phase'];
}

/** One of the page's own elements and where it stands among the others; serials are never used twice. */
export interface HostNode {
  serial: number;
  element: string;
  attributes: string;
  parent: number | null;
  previous: number | null;
}

/** What a test can do to a page. Each tracker puts its own first three in place. */
export interface Host {
  /** Throws away what others put into the page, as a re-render does: fresh equal parents, in one tick. */
  wipe(): void;
  /** Removes only what others put into the page. */
  evict(): void;
  /** Goes to a path as a click on a link of the page does. */
  navigate(path: string): void;
  /** Re-renders everything in place. */
  rerender(): void;
  /** Opens a modal of the page that holds the focus. */
  openDialog(): void;
  closeDialog(): void;
  setTheme(theme: 'light' | 'dark' | 'auto' | 'dimmed'): void;
}

declare global {
  interface Window {
    __heard: Heard[];
    __shortcuts: Fired[];
    __errors: string[];
    /** Messages of React when it could not hydrate and rendered again. */
    __hydrationErrors: string[];
    __nodes(): HostNode[];
    __host: Host;
  }
}

/** The page event a fired shortcut becomes, for the tracker's own code to act on; `detail` is the name. */
export const SHORTCUT = 'stand-in:shortcut';
