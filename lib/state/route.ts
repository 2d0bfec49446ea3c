// Where in the dashboard one is. Every view is an address, so that it can be kept, sent and gone back to.

export const VIEWS = ['status', 'backlog', 'decisions', 'sweep', 'framework', 'data', 'team', 'settings'] as const;
export type View = (typeof VIEWS)[number];

export interface Route {
  readonly view: View;
  /** `framework`: the framework looked at, `new` for one in the making. `find`, `sort`, `order`, `ticket`: the backlog's. */
  readonly params: Readonly<Record<string, string>>;
}

/** Reads `#/backlog?sort=age`. What it does not know is the status, and never an error. Params are hostile text. */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split(/\?(.*)/s);
  const name = path.replace(/\/+$/, '');
  const view = VIEWS.find((known) => known === name) ?? 'status';
  return { view, params: Object.fromEntries([...new URLSearchParams(search)].filter(([, value]) => value !== '')) };
}

/** The address of a view; params that are empty or missing are left out. */
export function hashOf(view: View, params: Readonly<Record<string, string | undefined>> = {}): string {
  const given = Object.entries(params).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const search = new URLSearchParams(given).toString();
  return `#/${view}${search && `?${search}`}`;
}
