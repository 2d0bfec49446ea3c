// @vitest-environment happy-dom
// Which tracker a page is, by its own marks: what the host documents say each carries.
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { detectSite } from '../../lib/trackers/detect.ts';

const DC = `<meta name="application-name" content="JIRA" data-name="jira" data-version="8.9.1">
  <meta name="ajs-base-url" content="https://jira.example.org/jira"><meta name="ajs-context-path" content="/jira">`;
const CLOUD = '<meta name="ajs-cloud-id" content="0f0e"><meta name="ajs-context-path" content="">';
const GITHUB = (host: string): string =>
  `<meta name="hostname" content="${host}"><meta name="expected-hostname" content="${host}"><meta property="og:site_name" content="GitHub">`;
const MAIN = '<div class="application-main"></div>';

function at(address: string, head: string, body = '', bodyTag = '<body>'): ReturnType<typeof detectSite> {
  const parsed = new DOMParser().parseFromString(`<!doctype html><html><head>${head}</head>${bodyTag}${body}</body></html>`, 'text/html');
  vi.stubGlobal('document', parsed);
  vi.stubGlobal('location', new URL(address));
  return detectSite();
}

beforeEach(() => void vi.unstubAllGlobals());

describe('what a page is', () => {
  it.each([
    ['https://jira.example.org/jira/browse/A-1', DC, '', '/jira', 'data-center'],
    ['https://jira.example.org/jira', DC, '', '/jira', 'data-center'],
    // The page says a path that its own address does not have: it counts for nothing.
    ['https://jira.example.org/browse/A-1', DC, '', '', 'data-center'],
    ['https://jira.example.org/jirafoo/x', DC, '', '', 'data-center'],
    ['https://x.example.org/a/b/secure/', DC.replace('"/jira"', '"/a/b"'), '', '/a/b', 'data-center'],
    ['https://x.example.org/jira/x', DC.replace(/<meta name="ajs-context-path"[^>]*>/, ''), '', '/jira', 'data-center'],
    ['https://x.example.org/jira/x', DC.replace('"/jira">', '"/ji ra<">').replace('org/jira', 'org'), '', '', 'data-center'],
    ['https://work.example.org/browse/A-1', CLOUD, '<meta name="application-name" content="JIRA">', '', 'cloud'],
  ])('%s', (address, head, body, context, flavour) => {
    expect(at(address, head, body)).toEqual({ origin: new URL(address).origin, context, tracker: 'jira', flavour });
  });

  it('knows Jira by its body alone, on either flavour', () => {
    expect(at('https://j.example.org/x', '', '', '<body id="jira" data-version="9.7.0">')).toMatchObject({ flavour: 'data-center' });
    expect(at('https://j.example.org/x', '', '<div id="jira-frontend"></div>', '<body id="jira" data-version="1001">')).toMatchObject({
      flavour: 'cloud',
    });
  });

  it.each([
    ['https://ghe.example.org/a/b/issues/1', 'ghe.example.org', 'server'],
    ['https://acme.ghe.com/a/b/issues/1', 'acme.ghe.com', 'ghe.com'],
  ])('%s is GitHub', (address, host, flavour) => {
    const found = { origin: new URL(address).origin, context: '', tracker: 'github', flavour };
    expect(at(address, GITHUB(host), MAIN)).toEqual(found);
  });

  it.each([
    ['an empty page', '', ''],
    ['prose that speaks of them', '<title>JIRA on GitHub</title>', '<p>application-name JIRA, expected-hostname, PLN-1</p>'],
    ['Confluence', '<meta name="application-name" content="Confluence"><meta name="ajs-context-path" content="/wiki">', ''],
    ['one mark of GitHub', '<meta property="og:site_name" content="GitHub">', MAIN],
    ['a link to Jira', '', '<a href="https://jira.example.org/jira/browse/A-1">JIRA</a>'],
  ])('%s is none', (_, head, body) => expect(at('https://x.example.org/jira/browse/A-1', head, body)).toBeNull());

  it('is asked on the web only', () => expect(at('file:///jira/browse/A-1', DC)).toBeNull());

  // The browser sends it into the page as text: nothing around it goes along.
  it('stands alone', () => {
    at('https://jira.example.org/jira/x', DC);
    expect(runInNewContext(`(${detectSite.toString()})()`, { document, location, URL })).toMatchObject({ context: '/jira' });
  });
});
