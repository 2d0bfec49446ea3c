/** @jsxImportSource react */
import { useCallback } from 'react';
import type { Switches } from '../switches.ts';
import { IssueList } from './issue-list.tsx';
import { IssueViewer } from './issue-viewer.tsx';
import { navigate } from './navigation.ts';
import { findIssue } from './related.ts';
import { issuePath, paneQuery, type IssuesRoute } from './route.ts';
import { SidePanel } from './side-panel.tsx';
import { useSoftRoute } from './soft-route.ts';

export interface IssuesAppProps {
  initial: IssuesRoute;
  sidebar: Switches['sidebar'];
}

/** `react-app[app-name="issues-react"]`: list and issue in one application, with soft navigation between them. */
export function IssuesApp({ initial, sidebar }: IssuesAppProps) {
  const route = useSoftRoute(initial);
  const own = route.kind === 'issue' ? issuePath(route.number) : undefined;
  const openPane = useCallback((number: number) => own && navigate(`${own}?${paneQuery(number)}`), [own]);
  const closePane = useCallback(() => own && navigate(own), [own]);
  return (
    <>
      <div role="region" id="__primerPortalRoot__" />
      {route.kind === 'list' ? <IssueList page={route.page} /> : <Issue number={route.number} sidebar={sidebar} openPane={openPane} />}
      {route.kind === 'issue' && route.pane !== undefined ? <SidePanel number={route.pane} close={closePane} /> : null}
    </>
  );
}

function Issue({ number, sidebar, openPane }: { number: number; sidebar: Switches['sidebar']; openPane: (number: number) => void }) {
  const issue = findIssue(number);
  if (!issue) return <p>This issue has been deleted.</p>;
  // React keeps the viewer's elements and changes their texts; nothing is keyed by issue, as on the live page.
  return <IssueViewer issue={issue} sidebar={sidebar} openPane={openPane} />;
}
