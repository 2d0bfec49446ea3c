/** @jsxImportSource react */
import { Suspense } from 'react';
import type { Ticket } from '../data.ts';
import { jiraClass as j } from '../deploy.ts';
import { useGeneration } from '../react/stir.ts';
import { IssueHeader } from './issue-header.tsx';
import { Activity, Description, LinkedItems, QuickAdd, Summary } from './issue-left.tsx';
import { RightColumn, StatusButton } from './issue-right.tsx';

/** An item with both columns: the full page, and the modal when `close` is given. */
export function IssueView({ item, close }: { item: Ticket; close?: () => void }) {
  return (
    <div className={j('issue')} data-testid="issue.views.issue-details.issue-layout.issue-layout">
      <IssueHeader item={item} close={close} />
      <div className={j('columns')}>
        <div className={j('left')} data-testid="issue.views.issue-details.issue-layout.container-left">
          <Summary item={item} />
          <QuickAdd />
          {/* A boundary of its own, as the markers in saved pages show. */}
          <Suspense>
            <Description item={item} />
          </Suspense>
          <LinkedItems item={item} />
          <Activity item={item} />
        </div>
        <RightColumn item={item} />
      </div>
    </div>
  );
}

/** The one-column layout beside a backlog: no right column, nothing says dialog. */
export function CompactView({ item, close }: { item: Ticket; close: () => void }) {
  const generation = useGeneration();
  return (
    <div key={generation} className={j('compact')} data-testid="issue.views.issue-details.issue-layout.compact-layout">
      <IssueHeader item={item} close={close} />
      <Summary item={item} />
      <QuickAdd />
      <StatusButton item={item} />
      <Description item={item} />
      <LinkedItems item={item} />
      <Activity item={item} />
    </div>
  );
}
