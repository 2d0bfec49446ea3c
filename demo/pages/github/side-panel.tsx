/** @jsxImportSource react */
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { githubClass as m } from '../deploy.ts';
import { SHORTCUT } from '../probe/window.ts';
import { useMounted } from '../react/clock.ts';
import { IssueViewer } from './issue-viewer.tsx';
import { findIssue } from './related.ts';
import { Button } from './small.tsx';

const LATE_MS = 250;

/** A second viewer over the page: portal, dialog, and a title that comes after the panel. */
export function SidePanel({ number, close }: { number: number; close: () => void }) {
  const [loaded, setLoaded] = useState<number>();
  const mounted = useMounted();
  useEffect(() => {
    const timer = setTimeout(() => setLoaded(number), LATE_MS);
    const onShortcut = (event: Event) => (event as CustomEvent<string>).detail === 'close' && close();
    window.addEventListener(SHORTCUT, onShortcut);
    return () => {
      clearTimeout(timer);
      window.removeEventListener(SHORTCUT, onShortcut);
    };
  }, [number, close]);
  const portal = mounted ? document.getElementById('__primerPortalRoot__') : null;
  if (!portal) return null;
  const issue = loaded === number ? findIssue(number) : undefined;
  return createPortal(
    <div className={m('SidePanel-module__overlay')}>
      <div role="dialog" aria-modal="true" aria-label="Issue" className={m('SidePanel-module__container')}>
        <div className={m('SidePanel-module__header')}>
          <span data-testid="side-panel-focus-target" tabIndex={-1}>
            azimuth-sample/planner
          </span>
          <Button icon="close" label="Close panel" onClick={close} />
        </div>
        {issue ? <IssueViewer issue={issue} sidebar="2026" /> : <div className={m('SidePanel-module__loading')}>Loading…</div>}
      </div>
    </div>,
    portal,
  );
}
