// Which column of a tracker's export is what, by the tracker's own names. Jira: "Export CSV" of a search; Linear: "Export issues
// as CSV"; GitHub: "Export view data" of a project, which is tab-separated, and lists made with `gh`.

export type Exporter = 'jira' | 'linear' | 'github';
export type Field =
  | ('key' | 'id' | 'url' | 'repository' | 'title' | 'status' | 'category' | 'resolution' | 'done' | 'dropped' | 'type')
  | ('assignees' | 'labels' | 'sprint' | 'milestone' | 'priority' | 'points' | 'parent' | 'closes');
export type Columns = Readonly<Partial<Record<Field, readonly string[]>>>;

/** A tracker's columns by name, the surest first; compared without case, and a custom field of Jira without what is around its name. */
export const COLUMNS_OF: Readonly<Record<Exporter, Columns>> = {
  jira: {
    key: ['Issue key', 'Key', 'Work item key', 'Vorgangsschlüssel'],
    id: ['Issue id', 'Work item id', 'Vorgangs-ID'],
    url: ['URL', 'Link'],
    title: ['Summary', 'Zusammenfassung'],
    status: ['Status'],
    category: ['Status Category'],
    resolution: ['Resolution', 'Lösung'],
    type: ['Issue Type', 'Work type', 'Vorgangstyp'],
    assignees: ['Assignee', 'Zugewiesene Person', 'Bearbeiter'],
    labels: ['Labels', 'Stichwörter'],
    sprint: ['Sprint'],
    milestone: ['Fix versions', 'Fix Version/s', 'Fix Version', 'Lösungsversionen'],
    priority: ['Priority', 'Priorität'],
    points: ['Story point estimate', 'Story Points'],
    parent: ['Parent key', 'Parent id', 'Parent', 'Epic Link'],
  },
  linear: {
    key: ['ID', 'Identifier'],
    url: ['URL'],
    title: ['Title'],
    status: ['Status'],
    done: ['Completed'],
    dropped: ['Canceled', 'Archived'],
    assignees: ['Assignee'],
    labels: ['Labels'],
    sprint: ['Cycle Name', 'Cycle Number'],
    milestone: ['Project Milestone'],
    priority: ['Priority'],
    points: ['Estimate'],
    parent: ['Parent issue', 'Parent'],
  },
  github: {
    key: ['Number'],
    url: ['URL'],
    repository: ['Repository'],
    title: ['Title'],
    status: ['Status', 'State'],
    resolution: ['State reason', 'Close reason'],
    type: ['Type'],
    assignees: ['Assignees'],
    labels: ['Labels'],
    sprint: ['Sprint', 'Iteration'],
    milestone: ['Milestone'],
    priority: ['Priority'],
    points: ['Estimate', 'Story points', 'Points'],
    parent: ['Parent issue'],
    closes: ['Closing issues', 'Closes'],
  },
};
/** What each has and the others have not: a heading without one of these is no export of it. */
const MARKS: Readonly<Record<Exporter, readonly (readonly string[])[]>> = {
  jira: [COLUMNS_OF.jira.key ?? [], COLUMNS_OF.jira.title ?? []],
  linear: [['ID', 'Identifier'], ['Title'], ['Team', 'Cycle Number', 'Canceled']],
  github: [['Title'], ['URL', 'Repository', 'Number']],
};
/** A heading as it is compared. */
export const nameOf = (heading: string): string =>
  heading
    .replace(/^\s*custom field \((.*)\)\s*$/i, '$1')
    .trim()
    .toLowerCase();

/** Whose export a heading is of; `undefined` for anybody else's. */
export function exporterOf(heading: readonly string[]): Exporter | undefined {
  const names = new Set(heading.map(nameOf));
  const has = (some: readonly string[]): boolean => some.some((name) => names.has(name.toLowerCase()));
  return (['jira', 'linear', 'github'] as const).find((tracker) => MARKS[tracker].every(has));
}

/** Whether a row says by itself where its ticket is, so that nobody has to be asked. */
export const saysWhere = (heading: readonly string[], tracker: Exporter): boolean =>
  heading.map(nameOf).some((name) => name === 'url' || (tracker === 'github' && name === 'repository'));
