// The pages that are measured, and what may be wanted on them.

export interface MeasuredPage {
  readonly name: string;
  readonly url: string;
  /** Whether the panel is open on it two seconds after load; where it is not wanted, only the script on every page runs. */
  readonly panel: boolean;
  /** Whether it shows rows that get chips. */
  readonly chips?: true;
}

const GITHUB = 'https://github.com';
const JIRA = 'https://azimuth-sample.atlassian.net';
const LINEAR = 'https://linear.app/azimuth-sample';

export const PAGES: readonly MeasuredPage[] = [
  { name: 'GitHub issue', url: `${GITHUB}/azimuth-sample/planner/issues/1842`, panel: true, chips: true },
  { name: 'GitHub issue list', url: `${GITHUB}/azimuth-sample/planner/issues`, panel: false, chips: true },
  { name: 'GitHub Projects board', url: `${GITHUB}/orgs/azimuth-sample/projects/1`, panel: false, chips: true },
  { name: 'GitHub code page', url: `${GITHUB}/azimuth-sample/planner`, panel: false },
  { name: 'GitHub dashboard', url: `${GITHUB}/`, panel: false },
  { name: 'Jira issue', url: `${JIRA}/browse/PLN-214`, panel: true, chips: true },
  { name: 'Jira board', url: `${JIRA}/jira/software/c/projects/PLN/boards/1`, panel: false, chips: true },
  { name: 'Linear issue', url: `${LINEAR}/issue/PLN-88/skip-the-tour`, panel: true },
  { name: 'Linear list', url: `${LINEAR}/team/PLN/active`, panel: false, chips: true },
];

/** The pages whose loads are timed, and how long each is watched after its load, ms: one that wakes late has its panel late. */
export const WATCHED: Readonly<Record<string, number>> = {
  'GitHub issue': 2000,
  'GitHub issue list': 2000,
  'Jira issue': 5000,
  'Linear issue': 2000,
};
