// A tracker's site that is somebody's own: GitHub Enterprise, Jira Data Center, Jira Cloud under a domain of its own.
// Added by the user, one at a time. No schema library here: the script on every tracker page reads this file too.

interface Place {
  /** `https://jira.example.org`, with its port where that is not the usual one. */
  readonly origin: string;
  /** Where on the host the tracker lives: `/jira`, or nothing. */
  readonly context: string;
}

export type Site =
  | (Place & { readonly tracker: 'github'; readonly flavour: 'server' | 'ghe.com' })
  | (Place & { readonly tracker: 'jira'; readonly flavour: 'cloud' | 'data-center' });

/** What tells one site from another: two trackers may live on one host. */
export const siteKey = ({ origin, context }: Place): string => origin + context;

/**
 * A host in an id: always with a dot or a port, as no owner on GitHub has, and with the port where the scheme would
 * not be clear without it; `originOf` reads it back.
 */
export function hostIn(origin: string): string {
  const { protocol, host, port } = new URL(origin);
  const secure = protocol === 'https:';
  if (port === '') return secure ? (/[.:]/.test(host) ? host : `${host}:443`) : `${host}:80`;
  return secure === port.endsWith('443') ? host : `${protocol}${host}`;
}

/** The origin of a host as an id spells it: plain http only with a port that is none of encrypted ones. */
export function originOf(host: string): string {
  const [, scheme, rest = ''] = /^(?:(https?):)?(.+)$/.exec(host) ?? [];
  const port = /:(\d+)$/.exec(rest)?.[1];
  return `${scheme ?? (port === undefined || port.endsWith('443') ? 'https' : 'http')}://${rest}`;
}

/** How people name a site: `jira.example.org/jira`. */
export const siteName = ({ origin, context }: Place): string => origin.replace(/^https?:\/\//, '') + context;

/** The site an address belongs to: of several on one host the one that is named more closely. */
export function siteOf({ origin, pathname }: URL, sites: readonly Site[]): Site | undefined {
  return sites
    .filter((site) => site.origin === origin && `${pathname}/`.startsWith(`${site.context}/`))
    .reduce<Site | undefined>((best, site) => (best && best.context.length >= site.context.length ? best : site), undefined);
}

/** What the browser is asked for: all of a host, since a page is left for another without a load. It knows no ports. */
export function patternOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

/**
 * Under this name a page of ours leaves, until the browser is closed, the site it asks access for: the browser's
 * question takes the focus, and with it the popup that would have gone on.
 */
export const ASKED = 'site-asked';

/** The trackers known by name, as the manifest asks for them. */
export const NAMED_PATTERNS = ['https://github.com/*', 'https://*.atlassian.net/*', 'https://linear.app/*'] as const;

/** Everything that tickets are looked at on, as the browser's patterns. */
export const patternsOf = (sites: readonly Site[]): string[] => [
  ...new Set([...NAMED_PATTERNS, ...sites.map(({ origin }) => patternOf(origin))]),
];
