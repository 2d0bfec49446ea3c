// A link out of the popup: into a tab of its own, and the popup closes behind it.
import type { ComponentChildren } from 'preact';

export type Leave = () => void;

/** @param to a page of the extension @param leave called once the browser has taken the link */
export function Away({
  to,
  leave,
  children,
  ...rest
}: {
  to: string;
  leave: Leave;
  class?: string;
  'aria-label'?: string;
  children: ComponentChildren;
}) {
  return (
    <a href={to} target="_blank" rel="noreferrer" onClick={() => setTimeout(leave)} {...rest}>
      {children}
    </a>
  );
}
