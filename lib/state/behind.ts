// A page opened in a tab that nobody sees, to be looked at.

type Status = { readonly status?: string | undefined };
type Heard = (tab: number, change: Status) => void;

/** What is needed of the browser. */
export interface TabsBehind {
  create(what: { url: string; active: false }): Promise<{ readonly id?: number | undefined }>;
  readonly onUpdated: { addListener(heard: Heard): void; removeListener(heard: Heard): void };
}

const LOADS_WITHIN_MS = 15_000;

/**
 * Opens a page in a tab behind the others.
 * @returns the tab, when the page has loaded, or after a while
 */
export async function openBehind(tabs: TabsBehind, url: string, patience = LOADS_WITHIN_MS): Promise<number | undefined> {
  const begun = new Set<number>();
  const done = new Set<number>();
  let look = (): void => {};
  const heard: Heard = (tab, { status }) => {
    if (status === 'loading') begun.add(tab);
    // A new tab of Firefox is complete also before it has begun, and holds an empty page then.
    if (status === 'complete' && begun.has(tab)) done.add(tab);
    look();
  };
  tabs.onUpdated.addListener(heard);
  try {
    const { id } = await tabs.create({ url, active: false });
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, patience);
      look = () => {
        if (id !== undefined && !done.has(id)) return;
        clearTimeout(timer);
        resolve();
      };
      look();
    });
    return id;
  } finally {
    tabs.onUpdated.removeListener(heard);
  }
}
