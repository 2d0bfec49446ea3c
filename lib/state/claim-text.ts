// What people paste when asked for a repository, project or team, as a claim.
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

function fromAddress(address: string, text: string): ClaimText {
  const ticket = ticketAt(address);
  if (ticket) return found(placeOf(ticket));
  const url = new URL(address);
  const host = url.hostname.replace(/^www\./, '');
  const place =
    host === 'github.com' ? github(url) : host.endsWith('.atlassian.net') ? jira(url) : host === 'linear.app' ? linear(url) : undefined;
  return place ? found(place) : { ok: false, why: 'tracker', text };
}

/** One piece of pasted text: an address, `owner/repo`, `owner/repo#12`, or a claim as it is kept. */
export function claimFrom(pasted: string): ClaimText {
  const text = pasted.trim().replace(/^<|>$/g, '');
  if (/^(github|jira|linear):[^\s#]+$/.test(text) && !text.includes('://')) return found(text.replace(/\/+$/, ''));
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return fromAddress(text.replace(/^http:/i, 'https:'), text);
  const repository = new RegExp(`^(${GITHUB_NAME}/${REPOSITORY})(#\\d+)?$`).exec(text)?.[1];
  if (repository) return found(`github:${repository}`);
  if (/^[a-z][a-z0-9_]*-\d+$/i.test(text)) return { ok: false, why: 'site', text };
  if (/^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text)) return fromAddress(`https://${text}`, text);
  return { ok: false, why: 'unknown', text };
}

/** Several, by line, space or comma; what was understood twice comes once. */
export function claimsFrom(pasted: string): { readonly claims: string[]; readonly problems: Extract<ClaimText, { ok: false }>[] } {
  const read = pasted
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(claimFrom);
  return {
    claims: [...new Set(read.flatMap((one) => (one.ok ? [one.claim] : [])))],
    problems: read.filter((one) => !one.ok),
  };
}

/** Where a claim's tickets are listed, to go and answer one; `undefined` for a claim as wide as a whole site. */
export function claimUrl(claim: string): string | undefined {
  const [, tracker, rest = ''] = /^(github|jira|linear):(.+)$/.exec(claim) ?? [];
  const [first, second] = rest.split('/');
  if (!first || !second) return undefined;
  if (tracker === 'github') return `https://github.com/${first}/${second}/issues`;
  return tracker === 'jira'
    ? `https://${first}/browse/${second.toUpperCase()}`
    : `https://linear.app/${first}/team/${second.toUpperCase()}/all`;
}
