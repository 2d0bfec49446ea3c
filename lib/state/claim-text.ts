// What people paste when asked for a repository, project or team, as a claim.
import { hostIn, originOf, type Site, siteOf } from '../model/site.ts';
import { placeOf } from '../model/ticket.ts';
import { ticketAt } from '../trackers/addresses.ts';

export type ClaimText =
  | { readonly ok: true; readonly claim: string }
  /** `site`: a key such as PLN-214 without the site it lives on. `tracker`: an address of no known tracker. */
  | { readonly ok: false; readonly why: 'site' | 'tracker' | 'unknown'; readonly text: string };

const GITHUB_NAME = String.raw`[\w-]+`;
const REPOSITORY = String.raw`[\w.-]+`;
const GITHUB_OWN = /^(orgs|users|settings|search|notifications|apps|enterprises|organizations|marketplace|login|explore|topics|sponsors)$/i;
const LINEAR_OWN = /^(settings|login|join|signup|integrations|docs|changelog|pricing|about|api|oauth)$/i;

/** Claims are compared without case, so they are kept without it. */
const found = (claim: string): ClaimText => ({ ok: true, claim: claim.toLowerCase() });

function github({ pathname }: URL): string | undefined {
  const [first, second] = pathname
    .replace(/^\/orgs\//, '/')
    .split('/')
    .filter(Boolean);
  if (!first || GITHUB_OWN.test(first) || !new RegExp(`^${GITHUB_NAME}$`).test(first)) return undefined;
  const organisation = pathname.startsWith('/orgs/');
  return second && !organisation ? `github:${first}/${second.replace(/\.git$/, '')}` : `github:${first}`;
}

function jira({ hostname, pathname }: URL): string {
  const key = (/\/(?:projects|browse)\/([a-z][a-z0-9_]+)(?:-\d+)?(?:\/|$)/i.exec(pathname) ??
    /^\/(?!jira|wiki)([a-z][a-z0-9_]+)\/?$/i.exec(pathname))?.[1];
  return `jira:${hostname}${key ? `/${key}` : ''}`;
}

function linear({ pathname }: URL): string | undefined {
  const [workspace, kind, key] = pathname.split('/').filter(Boolean);
  if (!workspace || LINEAR_OWN.test(workspace)) return undefined;
  return `linear:${workspace}${kind === 'team' && key ? `/${key}` : ''}`;
}

/** A place on a site of the user's own. */
function onSite(url: URL, site: Site): string | undefined {
  const host = hostIn(site.origin);
  if (site.tracker === 'github') return github(url)?.replace(':', `:${host}/`);
  const path = url.pathname.slice(site.context.length);
  const key = /^\/(?:.*\/)?(?:projects|browse)\/([a-z][a-z0-9_]+)(?:-\d+)?(?:\/|$)/i.exec(path)?.[1] ?? url.searchParams.get('projectKey');
  return `jira:${host}${site.context}${key ? `/${key}` : ''}`;
}

function fromAddress(address: string, text: string, sites: readonly Site[]): ClaimText {
  const given = URL.canParse(text) && siteOf(new URL(text), sites) ? text : address;
  const ticket = ticketAt(given, sites);
  if (ticket) return found(placeOf(ticket));
  const url = new URL(given);
  const site = siteOf(url, sites);
  if (site) {
    const place = onSite(url, site);
    return place ? found(place) : { ok: false, why: 'tracker', text };
  }
  const host = url.hostname.replace(/^www\./, '');
  const place =
    host === 'github.com' ? github(url) : host.endsWith('.atlassian.net') ? jira(url) : host === 'linear.app' ? linear(url) : undefined;
  return place ? found(place) : { ok: false, why: 'tracker', text };
}

/**
 * One piece of pasted text: an address, `owner/repo`, `owner/repo#12`, or a claim as it is kept.
 * @param sites those of the user's own
 */
export function claimFrom(pasted: string, sites: readonly Site[] = []): ClaimText {
  const text = pasted.trim().replace(/^<|>$/g, '');
  if (/^(github|jira|linear):[^\s#]+$/.test(text) && !text.includes('://')) return found(text.replace(/\/+$/, ''));
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return fromAddress(text.replace(/^http:/i, 'https:'), text, sites);
  const repository = new RegExp(`^(${GITHUB_NAME}/${REPOSITORY})(#\\d+)?$`).exec(text)?.[1];
  if (repository) return found(`github:${repository}`);
  if (/^[a-z][a-z0-9_]*-\d+$/i.test(text)) return { ok: false, why: 'site', text };
  if (/^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text)) return fromAddress(`https://${text}`, text, sites);
  return { ok: false, why: 'unknown', text };
}

/** Several, by line, space or comma; what was understood twice comes once. */
export function claimsFrom(
  pasted: string,
  sites: readonly Site[] = [],
): { readonly claims: string[]; readonly problems: Extract<ClaimText, { ok: false }>[] } {
  const read = pasted
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((text) => claimFrom(text, sites));
  return {
    claims: [...new Set(read.flatMap((one) => (one.ok ? [one.claim] : [])))],
    problems: read.filter((one) => !one.ok),
  };
}

/**
 * Where a claim's tickets are listed, to go and answer one; `undefined` for a claim as wide as a whole site.
 * @param sites those of the user's own
 */
export function claimUrl(claim: string, sites: readonly Site[] = []): string | undefined {
  const [, tracker, rest = ''] = /^(github|jira|linear):(.+)$/.exec(claim) ?? [];
  const parts = rest.split('/');
  const last = parts.at(-1) ?? '';
  const before = parts.slice(0, -1).join('/');
  if (!before || !last) return undefined;
  if (tracker === 'linear') return `https://linear.app/${before}/team/${last.toUpperCase()}/all`;
  if (tracker === 'github') {
    const [host, owner] = /[.:]/.test(parts[0] ?? '') ? [parts[0], parts.slice(1, -1)] : ['github.com', parts.slice(0, -1)];
    return owner.length === 1 ? `${originOf(host ?? '')}/${owner[0]}/${last}/issues` : undefined;
  }
  const whole = sites.some(({ origin, context }) => `${hostIn(origin)}${context}`.toLowerCase() === rest.toLowerCase());
  const [host = '', ...context] = before.split('/');
  return whole ? undefined : `${[originOf(host), ...context].join('/')}/browse/${last.toUpperCase()}`;
}
