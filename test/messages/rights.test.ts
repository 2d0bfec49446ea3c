// Who may send what: every message times every sender, written down by hand.
import { describe, expect, it } from 'vitest';
import { admit, FROM_OWN_PAGE, FROM_TRACKER, type Sender } from '../../lib/messages.ts';
import { EXAMPLES, messageOf, OWN, PAGE, SENDERS } from './examples.ts';

const COLUMNS = Object.keys(SENDERS) as (keyof typeof SENDERS)[];

// + let in, - not allowed, x wrong ticket. A message without a row here fails the first test.
const TABLE = `
                dashboard popup alien liar lookalike top frame moved movedOff other list site tabless unframed blind nobody
question        x         -     -     -    -         +   -     +     x        x     x    x    -       -        x     -
save            x         -     -     -    -         +   -     +     x        x     x    x    -       -        x     -
undo            x         -     -     -    -         +   -     +     x        x     x    x    -       -        x     -
draft           x         -     -     -    -         +   -     +     x        x     x    x    -       -        x     -
claim           x         -     -     -    -         +   -     +     x        x     x    x    -       -        x     -
never           x         -     -     -    -         +   -     +     x        x     x    x    -       -        x     -
rows            +         -     -     -    -         +   -     +     +        +     +    +    -       -        +     -
chips           x         -     -     -    -         +   -     +     +        +     +    x    -       -        x     -
sweepFrom       +         -     -     -    -         +   -     +     +        +     +    +    -       -        +     -
sweepAt         x         -     -     -    -         +   -     +     +        +     +    x    -       -        x     -
seen            x         -     -     -    -         +   -     +     x        x     x    x    -       -        x     -
editor          +         -     -     -    -         +   -     +     +        +     +    +    -       -        +     -
shapes          +         -     -     -    -         +   -     +     +        +     +    +    -       -        +     -
stand           x         -     -     -    -         +   -     +     x        x     x    x    -       -        x     -
health          x         -     -     -    -         +   -     +     x        x     x    x    -       -        x     -
left            +         -     -     -    -         +   -     +     +        +     +    +    -       -        +     -
pane            +         -     -     -    -         +   -     +     +        +     +    +    -       -        +     -
dock            +         -     -     -    -         +   -     +     +        +     +    +    -       -        +     -
meaning         +         -     -     -    -         +   -     +     +        +     +    +    -       -        +     -
open            +         -     -     -    -         +   -     +     +        +     +    +    -       -        +     -
site            +         -     -     -    -         +   -     +     +        +     +    +    -       -        +     -
saveFramework   +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
removeFramework +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
logReading      +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
importReadings  +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
undoImport      +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
undoOperation   +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
removeTag       +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
saveTags        +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
removeTags      +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
undoTags        +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
saveRecord      +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
saveRecords     +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
removeRecord    +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
seeTickets      +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
loadSample      +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
removeSample    +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
sweep           +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
allowHere       +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
addSite         +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
removeSite      +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
addAlias        +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
removeAlias     +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
prefer          +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
syncNow         +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
syncState       +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
joinTeam        +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
leaveTeam       +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
answerPause     +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
retryRefused    +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
discardRefused  +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
team            +         +     -     -    -         -   -     -     -        -     -    -    -       -        -     -
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const [HEAD = [], ...ROWS] = TABLE;

const MEANING: Record<string, unknown> = { '+': true, '-': 'not-allowed', x: 'wrong-ticket' };
const verdict = (raw: unknown, sender: Sender): unknown => {
  const admitted = admit(raw, sender, OWN);
  return admitted.ok || admitted.why;
};

describe('the rights table', () => {
  it('has a row for every message there is and a column for every sender', () => {
    const rows = ROWS.map(([name]) => name);
    expect(rows.toSorted()).toEqual([...Object.keys(FROM_TRACKER), ...Object.keys(FROM_OWN_PAGE)].toSorted());
    expect(Object.keys(EXAMPLES).toSorted()).toEqual(rows.toSorted());
    expect(HEAD).toEqual(COLUMNS);
    for (const row of ROWS) expect(row, row[0]).toHaveLength(COLUMNS.length + 1);
  });

  const cells = ROWS.flatMap(([name = '', ...marks]) => marks.map((mark, i) => [name, COLUMNS[i] ?? 'nobody', mark] as const));
  it.each(cells)('%s from %s: %s', (name, sender, mark) => {
    expect(verdict(messageOf(name), SENDERS[sender])).toBe(MEANING[mark]);
  });

  it('hands on the tab of a tracker page, and the message as parsed', () => {
    const admitted = admit(messageOf('draft'), SENDERS.top, OWN);
    expect(admitted).toEqual({ ok: true, message: messageOf('draft'), tab: 7, address: PAGE });
  });

  it('knows no message by a name that every object has', () => {
    for (const ask of ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf', '', 'Question', 'question '])
      for (const sender of COLUMNS)
        expect(verdict({ ...messageOf('question'), ask }, SENDERS[sender]), `${ask} ${sender}`).toBe('not-allowed');
  });

  it('says "not allowed" before it says what is wrong with a message', () => {
    expect(verdict({ ask: 'saveFramework' }, SENDERS.top)).toBe('not-allowed');
    expect(verdict({ ask: 'question', ticket: 5 }, SENDERS.frame)).toBe('not-allowed');
    expect(verdict({ ask: 'question', ticket: 5 }, SENDERS.top)).toBe('invalid');
  });
});

describe('the ticket and the address of the tab', () => {
  const at = (url: string): Sender => ({ id: OWN.id, url, frameId: 0, tab: { id: 1, url } });
  const asks = (ticket: string, url: string) => verdict(messageOf('save', { ticket }), at(url));

  it.each([
    ['github:ACME/App#12', 'https://github.com/acme/app/issues/12'],
    ['github:acme/app#12', 'https://github.com/ACME/App/pull/12'],
    ['jira:acme.atlassian.net/PLN-1', 'https://acme.atlassian.net/browse/pln-1'],
    ['jira:ACME.atlassian.net/pln-1', 'https://acme.atlassian.net/jira/software/projects/PLN/boards/1?selectedIssue=PLN-1'],
    ['linear:Acme/ENG-3', 'https://linear.app/acme/issue/eng-3/slug'],
  ])('%s is the ticket of %s, whatever the case', (ticket, url) => expect(asks(ticket, url)).toBe(true));

  it.each([
    ['github:acme/app#12', 'https://github.com/acme/app/issues/1'],
    ['github:acme/app#1', 'https://github.com/acme/app/issues/12'],
    ['github:acme/app#12', 'https://github.com/acme/app2/issues/12'],
    ['github:acme/app#12', 'https://linear.app/acme/issue/APP-12'],
    ['jira:acme.atlassian.net/PLN-1', 'https://other.atlassian.net/browse/PLN-1'],
    ['jira:acme.atlassian.net/PLN-1', 'https://acme.atlassian.net/browse/PLN-1?selectedIssue=PLN-2'],
    ['linear:acme/ENG-3', 'https://linear.app/other/issue/ENG-3/slug'],
    ['github:acme/app#12', 'about:blank'],
    ['github:acme/app#12', ''],
    ['github:acme/app#12', 'not an address'],
  ])('%s is refused on %s', (ticket, url) => expect(asks(ticket, url)).toBe('wrong-ticket'));
});

describe('the rows of a list', () => {
  const at = (url: string): Sender => ({ id: OWN.id, url, frameId: 0, tab: { id: 1, url } });
  const NAMES = ['question', 'save', 'undo', 'draft'] as const;
  const asks = (name: string, ticket: string, url: string) => verdict(messageOf(name, { ticket, row: true }), at(url));

  it.each([
    ['github:acme/app#12', 'https://github.com/acme/app/issues'],
    ['github:acme/app#12', 'https://github.com/acme/app/issues/13'],
    ['github:other/repo#12', 'https://github.com/orgs/acme/projects/1?pane=issue'],
    ['jira:acme.atlassian.net/PLN-1', 'https://acme.atlassian.net/jira/software/projects/PLN/boards/1?selectedIssue=PLN-2'],
    ['jira:acme.atlassian.net/PLN-1', 'https://acme.atlassian.net/issues/?jql='],
    ['linear:acme/ENG-3', 'https://linear.app/ACME/team/ENG/active'],
    ['linear:acme/ENG-3', 'https://linear.app/acme/inbox'],
  ])('%s may be answered from %s, by its row', (ticket, url) => {
    for (const name of NAMES) expect(asks(name, ticket, url), name).toBe(true);
    // Without the row's word for it only where a pane may show what the address does not name.
    const pane = /\/issues\/\?|linear/.test(url);
    expect(verdict(messageOf('save', { ticket }), at(url))).toBe(pane ? true : 'wrong-ticket');
  });

  it.each([
    ['github:acme/app#12', 'https://github.com.evil.org/acme/app/issues'],
    ['github:acme/app#12', 'https://linear.app/acme/team/ENG/active'],
    ['github:acme/app#12', 'http://github.com/acme/app/issues'],
    ['jira:acme.atlassian.net/PLN-1', 'https://other.atlassian.net/issues/'],
    ['linear:acme/ENG-3', 'https://linear.app/acme2/team/ENG/active'],
    ['linear:acme/ENG-3', 'https://linear.app/login'],
    ['github:acme/app#12', ''],
    ['github:acme/app#12', 'chrome-extension://azimuthid/dashboard.html'],
  ])('%s is refused on %s', (ticket, url) => {
    for (const name of NAMES) expect(asks(name, ticket, url), name).toBe('wrong-ticket');
  });

  it('is no way to claim a place or to say "never here"', () => {
    const list = at('https://github.com/acme/app/issues');
    for (const name of ['claim', 'never']) {
      expect(verdict(messageOf(name, { row: true }), list), name).toBe('invalid');
      expect(verdict(messageOf(name), list), name).toBe('wrong-ticket');
    }
  });

  it('lets chips be asked for two hundred at a time, all of one site', () => {
    const list = at('https://github.com/acme/app/issues');
    const many = (count: number): string[] => Array.from({ length: count }, (_, i) => `github:acme/app#${i + 1}`);
    expect(verdict(messageOf('chips', { tickets: many(200) }), list)).toBe(true);
    expect(verdict(messageOf('chips', { tickets: many(201) }), list)).toBe('invalid');
    expect(verdict(messageOf('chips', { tickets: [] }), list)).toBe('invalid');
    expect(verdict(messageOf('chips', { tickets: [...many(3), 'linear:acme/ENG-1'] }), list)).toBe('wrong-ticket');
  });
});
