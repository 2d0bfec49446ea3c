// Two pasted addresses, and what they say together.
import { describe, expect, it } from 'vitest';
import type { Site } from '../../lib/model/site.ts';
import { aliasFrom } from '../../lib/state/alias-text.ts';

const CLOUD: Site = { origin: 'https://work.example.org', context: '', tracker: 'jira', flavour: 'cloud' };
const CENTER: Site = { origin: 'https://jira.example.org', context: '/jira', tracker: 'jira', flavour: 'data-center' };
const SERVER: Site = { origin: 'https://ghe.example.org', context: '', tracker: 'github', flavour: 'server' };
const said = (from: string, to: string) => {
  const read = aliasFrom(from, to, [CLOUD, CENTER, SERVER]);
  return read.ok ? [read.alias.from, read.alias.to] : read.why;
};

describe('two addresses', () => {
  it.each([
    ['https://work.example.org', 'https://acme.atlassian.net', ['jira:work.example.org', 'jira:acme.atlassian.net']],
    // Of one ticket: all around it.
    ['https://work.example.org/browse/PLN-1', 'acme.atlassian.net/browse/PLN-1', ['jira:work.example.org', 'jira:acme.atlassian.net']],
    [
      'https://jira.example.org/jira/browse/PLN-1',
      'https://acme.atlassian.net/browse/PLN-1',
      ['jira:jira.example.org/jira', 'jira:acme.atlassian.net'],
    ],
    ['https://jira.example.org/jira/', 'acme.atlassian.net', ['jira:jira.example.org/jira', 'jira:acme.atlassian.net']],
    ['https://github.com/Acme/Old/issues/3', 'https://github.com/acme/app/issues/3', ['github:acme/old', 'github:acme/app']],
    ['acme/old', 'acme/app', ['github:acme/old', 'github:acme/app']],
    ['https://github.com/old', 'https://github.com/new', ['github:old', 'github:new']],
    ['https://ghe.example.org/acme/app', 'https://github.com/acme/app', ['github:ghe.example.org/acme/app', 'github:acme/app']],
    // Two tickets: these two.
    ['https://github.com/acme/app/issues/3', 'https://github.com/acme/site/issues/30', ['github:acme/app#3', 'github:acme/site#30']],
    [
      'https://acme.atlassian.net/browse/PLN-1',
      'https://acme.atlassian.net/browse/OPS-9',
      ['jira:acme.atlassian.net/pln-1', 'jira:acme.atlassian.net/ops-9'],
    ],
    [
      'https://acme.atlassian.net/browse/PLN',
      'https://acme.atlassian.net/browse/OPS',
      ['jira:acme.atlassian.net/pln', 'jira:acme.atlassian.net/ops'],
    ],
    ['https://linear.app/old/issue/ENG-3/x', 'https://linear.app/new/issue/ENG-3/x', ['linear:old/eng', 'linear:new/eng']],
  ])('%s and %s', (from, to, alias) => expect(said(from, to)).toEqual(alias));

  it.each([
    ['', 'acme/app', 'from'],
    ['acme/app', 'somewhere', 'to'],
    ['https://unknown.example.org', 'https://acme.atlassian.net', 'from'],
    ['acme/app', 'https://github.com/acme', 'differ'],
    ['https://work.example.org', 'https://acme.atlassian.net/browse/PLN', 'differ'],
    ['https://work.example.org', 'https://linear.app/acme', 'differ'],
    ['https://jira.example.org/jira/browse/PLN', 'https://acme.atlassian.net', 'differ'],
    ['acme/app', 'https://github.com/acme/app/issues/3', 'same'],
  ])('%s and %s: %s', (from, to, why) => expect(said(from, to)).toBe(why));
});
