// One ticket, one id: whichever address it was met at.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Alias, homeOf, homePlace, placesOf, spellingsOf, withAlias } from '../../lib/model/alias.ts';
import { ticketKey } from '../../lib/model/ticket.ts';

const CUSTOM = { from: 'jira:work.example.org', to: 'jira:acme.atlassian.net' };
const RENAMED = { from: 'github:acme/old-2', to: 'github:acme/app' };
const MOVED = { from: 'github:acme/app#7', to: 'github:acme/site#70' };
const ALL: readonly Alias[] = [CUSTOM, RENAMED, MOVED];

describe('the home of a ticket', () => {
  it.each([
    ['jira:Work.example.org/PLN-214', 'jira:acme.atlassian.net/PLN-214'],
    ['jira:acme.atlassian.net/PLN-214', 'jira:acme.atlassian.net/PLN-214'],
    ['jira:work.example.org.evil.test/PLN-1', 'jira:work.example.org.evil.test/PLN-1'],
    ['github:Acme/Old-2#12', 'github:acme/app#12'],
    ['github:acme/old-20#12', 'github:acme/old-20#12'],
    ['github:acme/old#12', 'github:acme/old#12'],
    ['github:acme/app#7', 'github:acme/site#70'],
    ['github:acme/app#70', 'github:acme/app#70'],
    // Renamed first, moved later.
    ['github:acme/old-2#7', 'github:acme/site#70'],
    ['linear:acme/ENG-3', 'linear:acme/ENG-3'],
  ])('%s: %s', (met, home) => expect(homeOf(ALL, met)).toBe(home));

  it('of a place does not take a number at its end for a ticket’s', () => {
    expect(homePlace(ALL, 'github:acme/old-2')).toBe('github:acme/app');
    expect(homePlace(ALL, 'jira:work.example.org/pln')).toBe('jira:acme.atlassian.net/pln');
  });

  it('is the closest one’s where several speak of it', () => {
    const closer = { from: 'jira:work.example.org/ops', to: 'jira:other.atlassian.net/ops' };
    expect(homeOf([CUSTOM, closer], 'jira:work.example.org/OPS-1')).toBe('jira:other.atlassian.net/OPS-1');
    expect(spellingsOf([CUSTOM, closer], 'jira:acme.atlassian.net/OPS-1')).toEqual(['jira:acme.atlassian.net/OPS-1']);
  });
});

describe('the spellings of a ticket', () => {
  it('are its home and every address that leads there', () => {
    expect(spellingsOf(ALL, 'github:acme/site#70').toSorted()).toEqual(['github:acme/app#7', 'github:acme/old-2#7', 'github:acme/site#70']);
    expect(spellingsOf(ALL, 'jira:work.example.org/PLN-1')).toEqual(['jira:acme.atlassian.net/PLN-1', 'jira:work.example.org/PLN-1']);
    expect(placesOf(ALL, 'github:acme/app#12')).toEqual(['github:acme/app', 'github:acme/old-2']);
  });

  it('all lead to the same home, whatever was said', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd');
    const said = fc.array(fc.record({ from: name.map((one) => `github:x/${one}`), to: name.map((one) => `github:x/${one}`) }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(said, name, (pairs, repository) => {
        const aliases = pairs.reduce<readonly Alias[]>((known, pair) => withAlias(known, pair) ?? known, []);
        const id = `github:x/${repository}#1`;
        const home = homeOf(aliases, id);
        expect(homeOf(aliases, home)).toBe(home);
        for (const one of spellingsOf(aliases, id)) expect(ticketKey(homeOf(aliases, one))).toBe(ticketKey(home));
        expect(spellingsOf(aliases, id)).toContain(id);
      }),
    );
  });
});

describe('what is refused', () => {
  it.each([
    ['another tracker', { from: 'jira:a.example', to: 'github:acme' }],
    ['a place and a ticket', { from: 'github:acme/app', to: 'github:acme/app2#3' }],
    ['itself', { from: 'github:acme/app', to: 'github:acme/app' }],
    ['what it lies in', { from: 'github:acme/app', to: 'github:acme' }],
    ['what lies in it', { from: 'jira:a.example', to: 'jira:a.example/jira' }],
    ['a circle', { from: CUSTOM.to, to: CUSTOM.from }],
    ['a circle further on', { from: 'github:acme/app', to: 'github:acme/old-2' }],
  ])('%s', (_, alias) => expect(withAlias(ALL, alias)).toBeUndefined());

  it('is nothing else: another home for the same takes the place of the first', () => {
    const other = { from: CUSTOM.from, to: 'jira:new.atlassian.net' };
    expect(withAlias(ALL, other)).toEqual([RENAMED, MOVED, other]);
  });

  it('is no endless way, even where a disk holds a circle', () => {
    const circle = [
      { from: 'github:x/a', to: 'github:x/b' },
      { from: 'github:x/b', to: 'github:x/a' },
    ];
    expect(() => spellingsOf(circle, 'github:x/a#1')).not.toThrow();
  });
});
