/** @jsxImportSource react */
import { useCallback, type MouseEvent } from 'react';
import { jiraClass as j } from '../deploy.ts';
import { Backlog } from './backlog.tsx';
import { Board } from './board.tsx';
import { Frame } from './frame.tsx';
import { CompactView, IssueView } from './issue-view.tsx';
import { Modal } from './modal.tsx';
import { Navigator } from './navigator.tsx';
import { Split } from './split.tsx';
import { listPath, type JiraRoute } from './route.ts';
import { useSoftRoute } from './soft-route.ts';
import { findItem } from './tickets.ts';

/** The Jira front end: one React tree in `#jira-frontend`, from the navigation bar to the last field. */
export function JiraApp({ initial }: { initial: JiraRoute }) {
  const { route, go } = useSoftRoute(initial);
  // Router links inside the front end do not load pages; those with a target do.
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    if (!link || link.target === '_blank' || event.defaultPrevented || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    go(link.getAttribute('href') ?? '/');
  };
  return (
    <div id="unsafe-design-system-page-layout-root" data-testid="page-layout.root" className={j('page')} onClick={onClick}>
      <Frame route={route}>
        <Main route={route} go={go} />
      </Frame>
    </div>
  );
}

function Main({ route, go }: { route: JiraRoute; go: (path: string) => void }) {
  const kind = route.kind === 'issue' || route.kind === 'split' ? 'board' : route.kind;
  const open = useCallback((key: string) => go(listPath(kind, key)), [go, kind]);
  const close = useCallback(() => go(listPath(kind)), [go, kind]);
  if (route.kind === 'issue') {
    const item = findItem(route.key);
    return item ? <IssueView item={item} /> : <p className={j('nothing')}>You can't view this work item</p>;
  }
  if (route.kind === 'split') return <Split selected={route.selected} go={go} />;
  const item = route.selected === undefined ? undefined : findItem(route.selected);
  if (route.kind === 'board') {
    return (
      <>
        <Board open={open} />
        {item ? (
          <Modal close={close}>
            <IssueView item={item} close={close} />
          </Modal>
        ) : null}
      </>
    );
  }
  const list = route.kind === 'backlog' ? <Backlog open={open} /> : <Navigator kind={route.kind} />;
  return (
    <div className={j('beside')}>
      {list}
      {item ? <CompactView item={item} close={close} /> : null}
    </div>
  );
}
