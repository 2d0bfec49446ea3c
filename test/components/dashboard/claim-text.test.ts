import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Claim } from '../../../lib/model/framework.ts';
import { covers, placeOf } from '../../../lib/model/ticket.ts';
import { claimFrom, claimsFrom, claimUrl } from '../../../lib/state/claim-text.ts';
import { SITES } from '../../trackers/addresses.table.ts';
import { ticketAt } from '../../../lib/trackers/addresses.ts';

const UNDERSTOOD = [
  ['https://github.com/Acme/App/issues/12', 'github:acme/app'],
  ['https://github.com/acme/app/pull/12', 'github:acme/app'],
  ['https://github.com/acme/app', 'github:acme/app'],
  ['https://github.com/acme/app.git', 'github:acme/app'],
  ['https://github.com/acme/app/tree/main/src', 'github:acme/app'],
  ['http://www.github.com/acme/app/', 'github:acme/app'],
  ['github.com/acme/app', 'github:acme/app'],
  ['https://github.com/acme', 'github:acme'],
  ['https://github.com/orgs/acme/projects/3', 'github:acme'],
  ['acme/app', 'github:acme/app'],
  ['acme/app.js#41', 'github:acme/app.js'],
  ['<https://github.com/acme/app>', 'github:acme/app'],
  ['https://acme.atlassian.net/browse/PLN-214', 'jira:acme.atlassian.net/pln'],
  ['https://acme.atlassian.net/jira/software/projects/PLN/boards/1?selectedIssue=PLN-9', 'jira:acme.atlassian.net/pln'],
  ['https://acme.atlassian.net/jira/software/c/projects/PLN/boards/1', 'jira:acme.atlassian.net/pln'],
  ['https://acme.atlassian.net/jira/your-work', 'jira:acme.atlassian.net'],
  ['acme.atlassian.net/PLN', 'jira:acme.atlassian.net/pln'],
  ['https://acme.atlassian.net', 'jira:acme.atlassian.net'],
  ['https://linear.app/acme/issue/ENG-7/some-title', 'linear:acme/eng'],
  ['https://linear.app/acme/team/ENG/active', 'linear:acme/eng'],
  ['https://linear.app/acme', 'linear:acme'],
  ['github:acme/app', 'github:acme/app'],
  ['jira:acme.atlassian.net/PLN', 'jira:acme.atlassian.net/pln'],
] as const;

const NOT_UNDERSTOOD = [
  ['PLN-214', 'site'],
  ['https://gitlab.com/acme/app', 'tracker'],
  ['https://github.com/settings/profile', 'tracker'],
  ['https://evil.example/github.com/acme/app', 'tracker'],
  ['https://github.com.evil.example/acme/app', 'tracker'],
  ['https://linear.app/settings', 'tracker'],
  ['javascript:alert(1)', 'unknown'],
  ['acme', 'unknown'],
  ['', 'unknown'],
] as const;

const OWN = [
  ['https://jira.example.org/jira/browse/PLN-214', 'jira:jira.example.org/jira/pln'],
  ['https://jira.example.org/jira/projects/PLN/summary', 'jira:jira.example.org/jira/pln'],
  ['https://jira.example.org/jira/secure/RapidBoard.jspa?rapidView=1&projectKey=PLN', 'jira:jira.example.org/jira/pln'],
  ['jira.example.org/jira/secure/Dashboard.jspa', 'jira:jira.example.org/jira'],
  ['http://intranet/jira/browse/PLN-1', 'jira:intranet:80/jira/pln'],
  ['https://ghe.example.org/Acme/App/issues/12', 'github:ghe.example.org/acme/app'],
  ['https://ghe.example.org/orgs/acme/projects/3', 'github:ghe.example.org/acme'],
] as const;

describe('what people paste of a site of their own', () => {
  it.each(OWN)('%s is %s, once it was added', (text, claim) => {
    expect(claimFrom(text, SITES)).toEqual({ ok: true, claim });
    expect(Claim.safeParse(claim).success).toBe(true);
    expect(claimFrom(text).ok).toBe(false);
  });

  it.each([
    ['jira:jira.example.org/jira/pln', 'https://jira.example.org/jira/browse/PLN'],
    ['jira:jira.example.org/jira', undefined],
    ['jira:work.example.org/pln', 'https://work.example.org/browse/PLN'],
    ['jira:intranet:80/jira/pln', 'http://intranet:80/jira/browse/PLN'],
    ['github:ghe.example.org/acme/app', 'https://ghe.example.org/acme/app/issues'],
    ['github:ghe.example.org/acme', undefined],
  ])('%s lists its tickets at %s', (claim, url) => expect(claimUrl(claim, SITES)).toBe(url));
});

describe('what people paste as a claim', () => {
  it.each(UNDERSTOOD)('%s is %s', (text, claim) => {
    expect(claimFrom(text)).toEqual({ ok: true, claim });
    expect(Claim.safeParse(claim).success).toBe(true);
  });

  it.each(NOT_UNDERSTOOD)('%j is not understood: %s', (text, why) => {
    expect(claimFrom(text)).toMatchObject({ ok: false, why });
  });

  it('covers the ticket whose address was pasted', () => {
    for (const [text, claim] of UNDERSTOOD) {
      const ticket = ticketAt(text);
      if (ticket) expect(covers(claim, placeOf(ticket)), text).toBe(true);
    }
  });

  it('takes many at once, each once, and gives back what was not understood', () => {
    expect(claimsFrom('acme/app, https://github.com/acme/app/issues/1\nPLN-1\tgithub:other')).toEqual({
      claims: ['github:acme/app', 'github:other'],
      problems: [{ ok: false, why: 'site', text: 'PLN-1' }],
    });
    expect(claimsFrom(' \n')).toEqual({ claims: [], problems: [] });
  });

  it('gives a claim that can be stored, or a reason, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.webUrl()), (text) => {
        const read = claimFrom(text);
        if (read.ok) expect(Claim.safeParse(read.claim).success, read.claim).toBe(true);
        else expect(['site', 'tracker', 'unknown']).toContain(read.why);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('where a claim leads', () => {
  it.each([
    ['github:acme/app', 'https://github.com/acme/app/issues'],
    ['jira:acme.atlassian.net/pln', 'https://acme.atlassian.net/browse/PLN'],
    ['linear:acme/eng', 'https://linear.app/acme/team/ENG/all'],
    ['github:acme', undefined],
    ['linear:acme', undefined],
    ['nonsense', undefined],
  ])('%s', (claim, url) => {
    expect(claimUrl(claim)).toBe(url);
  });
});
