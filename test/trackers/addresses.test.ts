// Which ticket an address names. Identity comes from here, so the table is long.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Site } from '../../lib/model/site.ts';
import { covers, placeOf, shortTicket, ticketKey, ticketUrl } from '../../lib/model/ticket.ts';
import { ticketAt } from '../../lib/trackers/addresses.ts';
import { githubAddresses } from '../../lib/trackers/github.ts';
import { jiraAddresses } from '../../lib/trackers/jira.ts';
import { linearAddresses } from '../../lib/trackers/linear.ts';
import type { Addresses } from '../../lib/trackers/tracker.ts';
import { ADDRESSES, IMPERSONATIONS, OWN_ADDRESSES, SITES, type Tracker } from './addresses.table.ts';

const TRACKERS: Record<Tracker, Addresses> = { github: githubAddresses, jira: jiraAddresses, linear: linearAddresses };
const NAMES = Object.keys(TRACKERS) as Tracker[];

describe.each(NAMES)('%s', (name) => {
  const table = ADDRESSES[name];
  const tracker = TRACKERS[name];

  it.each(table)('%s: %s', (address, ticket) => expect(ticketAt(address)).toBe(ticket));

  it('makes nothing of the other trackers’ addresses', () => {
    for (const other of NAMES.filter((one) => one !== name))
      for (const [address] of ADDRESSES[other]) expect(tracker.hosts(new URL(address).hostname), address).toBe(false);
  });

  it('gives ids that open the same ticket again, in the spelling ticket.ts knows', () => {
    for (const [, ticket] of table) {
      if (!ticket) continue;
      expect(ticketAt(ticketUrl(ticket) ?? ''), ticket).toBe(ticket);
      expect(ticket.startsWith(`${name}:`)).toBe(true);
      expect(covers(placeOf(ticket), placeOf(ticketKey(ticket)))).toBe(true);
      expect(ticket.endsWith(shortTicket(ticket))).toBe(true);
    }
  });
});

// They show a diff, not the ticket: a panel would have to stand over what is read there.
it.each(['commits', 'files', 'changes', 'changes/0a1b2c3', 'checks'])('a pull request’s tab "%s" is no ticket page', (tab) => {
  expect(ticketAt(`https://github.com/acme/app/pull/12/${tab}`)).toBeUndefined();
});

describe('what is no tracker', () => {
  it.each(IMPERSONATIONS)('%s', (address) => expect(ticketAt(address)).toBeUndefined());

  it('never makes ticketAt throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.webPath()), (text) => void ticketAt(text)),
      { numRuns: 500 },
    );
  });

  it('names no ticket on any other host, whatever the path', () => {
    const paths = NAMES.flatMap((name) => ADDRESSES[name]).map(([address]) => address.replace(/^https:\/\/[^/]+/, ''));
    const host = fc.domain().filter((domain) => !Object.values(TRACKERS).some((tracker) => tracker.hosts(domain)));
    fc.assert(fc.property(host, fc.constantFrom(...paths), (domain, path) => ticketAt(`https://${domain}${path}`) === undefined));
  });
});

describe('the ticket', () => {
  it('does not depend on query or fragment, but for what Jira selects', () => {
    const tickets = NAMES.flatMap((name) => ADDRESSES[name]).filter(([address, ticket]) => ticket && !/[?#]/.test(address));
    const extra = fc.tuple(fc.constantFrom('?', '#'), fc.webQueryParameters()).filter(([, query]) => !query.includes('selectedIssue'));
    fc.assert(
      fc.property(fc.constantFrom(...tickets), extra, ([address, ticket], [mark, query]) => ticketAt(address + mark + query) === ticket),
    );
  });

  it('has the length and letters a message may have', () => {
    for (const [, ticket] of NAMES.flatMap((name) => ADDRESSES[name]))
      if (ticket) expect(ticket).toMatch(/^(github|jira|linear):[^\s]+(#|-)\d+$/);
  });
});

describe('sites of the user’s own', () => {
  it.each(OWN_ADDRESSES)('%s: %s', (address, ticket) => expect(ticketAt(address, SITES)).toBe(ticket));

  it('are no trackers until they are added', () => {
    for (const [address] of OWN_ADDRESSES) expect(ticketAt(address), address).toBeUndefined();
  });

  it('give ids that open the same ticket again, in the spelling ticket.ts and messages know', () => {
    for (const [, ticket] of OWN_ADDRESSES) {
      if (!ticket) continue;
      expect(ticketAt(ticketUrl(ticket) ?? '', SITES), ticket).toBe(ticket);
      expect(covers(placeOf(ticket), placeOf(ticketKey(ticket)))).toBe(true);
      expect(ticket.endsWith(shortTicket(ticket))).toBe(true);
      expect(ticket).toMatch(/^(github|jira|linear):[^\s]+(#|-)\d+$/);
    }
  });

  it('never name a ticket of the three trackers known by name', () => {
    const rogue: Site = { origin: 'https://github.com', context: '', tracker: 'jira', flavour: 'data-center' };
    expect(ticketAt('https://github.com/browse/PLN-1', [rogue])).toBeUndefined();
    expect(ticketAt('https://github.com/acme/app/issues/12', [rogue])).toBe('github:acme/app#12');
  });

  const host = fc.oneof(fc.domain(), fc.constantFrom('intranet', '10.0.0.5', '[::1]', 'localhost'));
  const origin = fc
    .tuple(fc.constantFrom('https', 'http'), host, fc.option(fc.integer({ min: 1, max: 65535 }), { nil: undefined }))
    .map(([scheme, name, port]) => new URL(`${scheme}://${name}${port === undefined ? '' : `:${port}`}`).origin)
    .filter((one) => !NAMES.some((name) => TRACKERS[name].hosts(new URL(one).hostname)));
  const context = fc.constantFrom('', '/jira', '/a/b', '/Tracker');

  it('round trip, whatever their scheme, port and context', () => {
    fc.assert(
      fc.property(origin, context, fc.integer({ min: 1, max: 99_999 }), (at, under, n) => {
        const jira: Site = { origin: at, context: under, tracker: 'jira', flavour: 'data-center' };
        const address = `${at}${under}/browse/PLN-${n}`;
        const ticket = ticketAt(address, [jira]) ?? '';
        expect(ticketUrl(ticket) && new URL(ticketUrl(ticket) ?? '').href).toBe(new URL(address).href);
        const github: Site = { origin: at, context: '', tracker: 'github', flavour: 'server' };
        const issue = `${at}/Acme/app.js/issues/${n}`;
        const id = ticketAt(issue, [github]) ?? '';
        expect(new URL(ticketUrl(id) ?? '').href).toBe(new URL(issue).href);
        // A host can never be taken for an owner on github.com, nor the other way round.
        expect(id).toMatch(/^github:[^/]*[.:][^/]*\//);
      }),
      { numRuns: 300 },
    );
  });

  it('take the nearer of two on one host', () => {
    const outer: Site = { origin: 'https://x.example.org', context: '', tracker: 'jira', flavour: 'data-center' };
    const inner: Site = { ...outer, context: '/jira' };
    for (const sites of [
      [outer, inner],
      [inner, outer],
    ]) {
      expect(ticketAt('https://x.example.org/jira/browse/PLN-1', sites)).toBe('jira:x.example.org/jira/PLN-1');
      expect(ticketAt('https://x.example.org/browse/PLN-1', sites)).toBe('jira:x.example.org/PLN-1');
    }
  });
});
