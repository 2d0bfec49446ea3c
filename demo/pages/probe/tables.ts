import type { ShortcutTable } from './shortcuts.ts';

/** A table written as "key=what it does; key=what it does". */
function keys(text: string): Record<string, string> {
  const rows = text.split(/;\s+/).map((row) => /^\s*(.+?)=(.+?)\s*$/.exec(row));
  return Object.fromEntries(rows.map((row) => [row?.[1], row?.[2]]));
}

/** GitHub looks at the event's target, so an open shadow root does not help it to see that somebody is typing. */
const GITHUB: ShortcutTable = {
  typing: 'target',
  keys: keys(`
    s=search; /=search; mod+k=command palette; mod+Enter=submit; ?=shortcuts; Escape=close; g c=go to code; g i=go to issues;
    g p=go to pull requests; g a=go to actions; g b=go to projects; g w=go to wiki; g n=go to notifications;
    g d=go to dashboard; g g=go to discussions; j=next; k=previous; x=select; o=open; Enter=open; c=create; e=mark as done;
    l=labels; m=milestone; a=assignees; p=projects; r=quote reply; q=request reviewers; u=author; w=switch branch; y=permalink;
    t=find file; z=zen; b=blame; n=next page; d=duplicate; #=reference issue; @=mention; .=open editor;
    >=open editor in new tab; shift+i=mark as read; shift+u=mark as unread; shift+m=unsubscribe; mod+b=bold; mod+i=italic;
    mod+e=code; mod+/=toggle comment; mod+shift+p=toggle preview`),
};

const JIRA: ShortcutTable = {
  typing: 'path',
  keys: keys(`
    /=search; c=create; e=edit; m=comment; j=next work item; k=previous work item; o=open; .=actions; i=assign to me; a=assign;
    l=labels; s=share; t=toggle detail view; z=project sidebar; n=next column; p=previous column; u=up; [=navigation;
    ?=shortcuts; ,=field; g d=go to dashboard; g p=go to projects; g i=go to work items; g a=go to board; g b=go to backlog;
    1=board mode; 2=backlog mode; 3=report mode; mod+k=command palette; mod+Enter=submit; Escape=close; Enter=open;
    shift+x=select; ArrowDown=next row; ArrowUp=previous row`),
};

const LINEAR: ShortcutTable = {
  typing: 'path',
  keys: keys(`
    c=create issue; v=create issue full screen; x=select; s=status; p=priority; a=assign; i=assign to me; l=labels; f=filter;
    t=template; h=reminder; u=subscribe; /=search; ?=shortcuts; Escape=back; Space=peek; j=down; k=up; ArrowDown=down;
    ArrowUp=up; 1=sidebar 1; 2=sidebar 2; 3=sidebar 3; e=edit; r=rename; d=due date; q=create in project; m m=mark duplicate;
    m b=mark blocked; g i=go to inbox; g m=go to my issues; g b=go to backlog; g a=go to active; g t=go to triage;
    g c=go to cycles; g v=go to current cycle; g s=go to settings; g e=go to all; o i=open issue; o t=open team;
    o p=open project; o c=open cycle; o f=open favourite; w o=open workspace; Backspace=delete notification;
    Delete=delete notification; shift+Backspace=delete all read notifications; shift+s=snooze; shift+v=create view;
    shift+e=estimate; shift+d=due date; shift+m=milestone; shift+p=project; shift+c=cycle; shift+l=label;
    alt+c=create from template; alt+f=favourite; alt+u=mark read; alt+t=notifications; Enter=open; mod+k=command menu;
    mod+b=list or board; mod+i=details; mod+j=agent; mod+f=find; mod+z=undo; mod+a=select all; mod+Enter=submit;
    mod+Delete=delete issue; mod+Backspace=delete issue`),
};

/** The documented keys of the tracker behind a host name. */
export function shortcutsOf(host: string): ShortcutTable {
  if (/\.atlassian\.net$|^(jira|work)\.example\.org$/.test(host)) return JIRA;
  return host === 'linear.app' ? LINEAR : GITHUB;
}
