// The lists that are mutated: those of our stand-ins, Jira Data Center's among them, and the saved ones where the folder
// with them is there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Handler, htmlAnswer } from '../../demo/pages/answer.ts';
import { backlog, board, issueTable, searchList } from '../../demo/pages/data-center/lists.ts';
import { LIST_PAGES as FURTHER } from '../pages/lists.ts';
import type { Stage } from '../e2e/stage.ts';
import { FOLDER, JIRA, SAVED, still } from './pages.ts';

export interface ListPage {
  readonly name: string;
  readonly url: string;
  /** Whether React keeps it. */
  readonly living: boolean;
  /** What holds the rows: what a list has for a column, around which its parts are wrapped, delayed and drawn anew. */
  readonly column: string;
}

/** A host that takes a permission of its own is served as if it were of one that needs none. */
const CLOUD = 'https://example-site.atlassian.net';
const moved = (text: string): string => text.replaceAll('https://jira.example.org/jira', CLOUD);

const HOLDERS: Readonly<Record<string, string>> = {
  github: '[data-listview-component="items-list"], .js-navigation-container, [data-board-column], [role="grid"]',
  jira: '[data-testid="software-board.board"], [data-testid="software-backlog.backlog-content.scrollable"], table, #ghx-plan, #ghx-pool, .issue-list',
  linear: '[data-list-wrapper]',
};
const holderOf = (url: string): string => HOLDERS[/github|linear/.exec(new URL(url).hostname)?.[0] ?? 'jira'] ?? 'none';

const LIVING: readonly (readonly [name: string, url: string])[] = [
  ['GitHub issues', 'https://github.com/azimuth-sample/planner/issues'],
  ['GitHub classic issues', 'https://github.com/azimuth-sample/classic/issues'],
  ['GitHub pull requests', 'https://github.com/azimuth-sample/planner/pulls'],
  ['GitHub Projects board', 'https://github.com/orgs/azimuth-sample/projects/1'],
  ['Jira board', `${JIRA}/jira/software/c/projects/PLN/boards/1`],
  ['Jira backlog', `${JIRA}/jira/software/c/projects/PLN/boards/1/backlog`],
  ['Jira navigator', `${JIRA}/issues/?jql=`],
  ['Linear list', 'https://linear.app/azimuth-sample/team/PLN/active'],
  ['Linear board', 'https://linear.app/azimuth-sample/team/PLN/active?layout=board'],
];

/** What Data Center shows, at the root of a site that needs no permission. */
const DATA_CENTER: Readonly<Record<string, string>> = {
  '/secure/RapidBoard.jspa?view=planning': `<div id="gh"><div id="ghx-content-main">${backlog()}</div></div>`,
  '/secure/RapidBoard.jspa?rapidView=1': `<div id="gh"><div id="ghx-content-main">${board()}</div></div>`,
  '/issues/?jql=all': `<div class="aui-page-panel"><div class="aui-page-panel-inner">${issueTable()}</div></div>`,
  '/issues/?jql=beside': `<div class="details-layout"><div class="list-results-panel">${searchList('')}</div><div class="detail-panel"></div></div>`,
};
const NAMES = ['backlog', 'board', 'navigator', 'split navigator'];
const inDataCenter = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="stylesheet" href="/_stand-in/data-center.css"><title>Jira</title></head>
<body class="aui-layout"><header id="header" role="banner"><nav role="navigation"><ul><li><a href="/browse/PLN-9">PLN-9</a></li><li><a href="/browse/PLN-8">PLN-8</a></li></ul></nav></header><section id="content" role="main">${body.replaceAll('/jira/browse/', '/browse/')}</section></body></html>`;

/** Lists of one or two rows say little when one in a hundred is asked for; these have the marks of a kind of their own. */
const FEW = ['GitHub milestone', 'GitHub Projects table', 'Linear, my issues', 'Jira split navigator'];

/** The pages with rows of tickets that a framework of the stage claims. */
export const LIST_PAGES: readonly ListPage[] = [
  ...LIVING.map(([name, url]) => ({ name, url: still(url), living: true, column: holderOf(url) })),
  ...Object.keys(DATA_CENTER).map((path, i) => ({
    ...{ name: `Data Center ${NAMES[i]}`, url: JIRA + path, living: false, column: holderOf(JIRA) },
  })),
  ...Object.entries(FURTHER).flatMap(([name, { url }]) =>
    FEW.includes(name) ? [{ name, url, living: false, column: holderOf(url) }] : [],
  ),
  ...SAVED.flatMap(({ file, url, chips = [], rows = 0 }) =>
    chips.length + rows > 0
      ? [{ name: `${file.replace(/\.html$/, '')}, saved`, url: moved(url), living: false, column: holderOf(url) }]
      : [],
  ),
];

/** A row of a table that was saved by itself is none without one. */
const inTable = (body: string): string => (/^\s*<tr/i.test(body) ? `<table><tbody>${body}</tbody></table>` : body);
const inPage = (body: string): string =>
  /<body/i.test(body)
    ? body
    : `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A list</title></head><body><main>${inTable(body)}</main></body></html>`;

/** Serves the lists that no stand-in has. */
export const serveLists: Handler = (host, { pathname, search }) => {
  const url = `https://${host}${pathname}${search}`;
  const further = Object.values(FURTHER).find((one) => one.url === url);
  if (further) return htmlAnswer(inPage(further.body), {});
  const ours = `https://${host}` === JIRA && DATA_CENTER[pathname + search];
  if (ours) return htmlAnswer(inDataCenter(ours), {});
  const saved = SAVED.find((one) => (one.chips?.length || one.rows) && new URL(moved(one.url)).href === url);
  return saved && htmlAnswer(inPage(moved(readFileSync(join(FOLDER, saved.file), 'utf8'))), {});
};

/** A framework that asks about the rows of the saved lists; the sample's asks about all others. */
export async function claimSaved(stage: Stage): Promise<void> {
  const owners = SAVED.flatMap(({ chips = [], url }) =>
    chips.map((id) => id.replace(/[/#][^/#]*$/, '')).concat(/atlassian|jira/.test(url) ? 'jira:example-site.atlassian.net' : []),
  );
  if (owners.length === 0) return console.warn(`The saved lists are not mutated: there is no ${FOLDER}.`);
  const own = await stage.own('manifest.json');
  await own.evaluate(
    async (claims) => {
      const metric = { id: 'teams', name: 'Teams', role: 'north-star', kind: 'count', unit: 'teams', direction: 'up' };
      const metrics = [metric, { ...metric, id: 'input', name: 'Input', role: 'input' }];
      const framework = { id: 'saved', name: 'Saved pages', version: 1, claims, metrics };
      await chrome.runtime.sendMessage({ ask: 'saveFramework', request: 'saved-lists-0001', framework });
    },
    [...new Set(owners)],
  );
  await own.close();
}
