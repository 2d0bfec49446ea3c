import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keySites, ticketsInText } from '../../lib/state/ticket-text.ts';
import { ticketAt } from '../../lib/trackers/addresses.ts';

const read = (text: string, site = '') => ticketsInText(text, site, ticketAt);

describe('tickets in a text', () => {
  it('are found as links, as repository and number, and as keys', () => {
    const text = `- [ ] Keep column names https://github.com/acme/app/issues/12, please
see acme/app#13 and https://acme.atlassian.net/browse/PLN-4.
PLN-4 Twice
PLN-5: Weekly digest
https://linear.app/acme/issue/ENG-9/skip-the-tour
not-PLN-7 v1.2-3 COVID-19x https://example.org/PLN-8`;
    const { tickets, unclear } = read(text, 'jira:acme.atlassian.net');
    expect(tickets).toEqual([
      { ticket: 'github:acme/app#12', title: 'Keep column names , please' },
      { ticket: 'jira:acme.atlassian.net/PLN-4', title: '' },
      { ticket: 'github:acme/app#13', title: '' },
      { ticket: 'jira:acme.atlassian.net/PLN-5', title: 'Weekly digest' },
      { ticket: 'linear:acme/ENG-9', title: '' },
    ]);
    expect(unclear).toEqual([]);
  });

  it('are left open where a key could be anybody’s', () => {
    expect(read('PLN-1 one\nPLN-2 two')).toEqual({ tickets: [], unclear: ['PLN-1', 'PLN-2'] });
  });

  it('are of the sites that a framework asks in', () => {
    expect(keySites(['github:acme', 'jira:acme.atlassian.net/PLN', 'jira:acme.atlassian.net', 'linear:acme/ENG'])).toEqual([
      'jira:acme.atlassian.net',
      'linear:acme',
    ]);
    expect(keySites(['jira:tickets.acme.example/jira/PLN', 'jira:other.example/jira'])).toEqual([
      'jira:tickets.acme.example/jira',
      'jira:other.example/jira',
    ]);
  });

  it('are never made of a text that throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void read(text, 'linear:acme')));
  });
});
