// A ticket's identity as text: compared without case, taken apart, and opened again.
import { describe, expect, it } from 'vitest';
import { covers, placeOf, shortTicket, ticketKey, ticketUrl } from '../../lib/model/ticket.ts';

describe('a ticket', () => {
  it.each([
    ['github:Acme/App#1842', 'github:acme/app', '#1842', 'https://github.com/Acme/App/issues/1842'],
    ['github:acme/.github#3', 'github:acme/.github', '#3', 'https://github.com/acme/.github/issues/3'],
    ['github:ghe.example.org/Acme/App#7', 'github:ghe.example.org/acme/app', '#7', 'https://ghe.example.org/Acme/App/issues/7'],
    ['jira:Acme.atlassian.net/PLN-214', 'jira:acme.atlassian.net/pln', 'PLN-214', 'https://Acme.atlassian.net/browse/PLN-214'],
    ['jira:jira.example.org/jira/PLN-214', 'jira:jira.example.org/jira/pln', 'PLN-214', 'https://jira.example.org/jira/browse/PLN-214'],
    ['linear:Acme/DAY123-79', 'linear:acme/day123', 'DAY123-79', 'https://linear.app/Acme/issue/DAY123-79'],
    ['linear:my-team/ENG-3', 'linear:my-team/eng', 'ENG-3', 'https://linear.app/my-team/issue/ENG-3'],
  ])('%s', (id, place, short, url) => {
    expect([placeOf(id), shortTicket(id), ticketUrl(id)]).toEqual([place, short, url]);
    expect(ticketKey(id)).toBe(id.toLowerCase());
  });

  it.each(['', 'github:', 'gitlab:a/b#1', 'github:a#1', 'github:a/b', 'github:a/b/c/d#1', 'javascript:alert(1)//#1', 'github:a/b#x'])(
    '%j cannot be opened',
    (id) => expect(ticketUrl(id)).toBeUndefined(),
  );
});

describe('a claim', () => {
  it.each([
    ['github:acme/app', 'github:acme/app', true],
    ['github:Acme/App', 'github:acme/app', true],
    ['github:acme', 'github:acme/app', true],
    ['github:acme/app', 'github:acme', false],
    ['github:acme/ap', 'github:acme/app', false],
    ['github:acm', 'github:acme/app', false],
    ['github:acme/app', 'github:acme/app2', false],
    ['jira:x.atlassian.net', 'jira:x.atlassian.net/pln', true],
    ['jira:x.atlassian.net/pl', 'jira:x.atlassian.net/pln', false],
    ['linear:acme', 'github:acme/app', false],
    ['linear:acme/eng', 'linear:acme/eng', true],
  ])('%s covers %s: %s', (claim, place, covered) => expect(covers(claim, place)).toBe(covered));
});
