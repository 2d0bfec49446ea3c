import type { Ticket } from '../data.ts';
import { iconHtml } from '../icons.ts';
import { escapeHtml } from '../markup.ts';
import { avatarSource } from './avatar.ts';
import { toneOf } from './small.tsx';

/** The Rails sidebar: on classic issues, and inside a partial on pull requests of today. `more` comes last. */
export function classicSidebar(issue: Ticket, url: string, more = ''): string {
  const team = escapeHtml(issue.team);
  const assignee = `<span class="css-truncate js-issue-assignees"><p><span class="d-flex" data-hovercard-type="team" data-assignee-name="${team}"><a class="assignee Link--primary" href="/orgs/azimuth-sample/teams/${team}">${avatarHtml(issue.team)} <span class="css-truncate-target">${team}</span></a></span></p></span>`;
  const sections = [
    section('Assignees', assignee, 'sidebar-assignee'),
    section(
      'Labels',
      `<div class="js-issue-labels d-flex flex-wrap">${issue.labels.map((name) => labelHtml(name)).join(' ') || 'None yet'}</div>`,
      'sidebar-labels',
    ),
    section('Projects', `<div class="css-truncate">${iconHtml('project')} Planner roadmap</div>`, 'sidebar-projects'),
    section('Milestone', `<div class="css-truncate sidebar-progress-bar">${iconHtml('milestone')} First week</div>`, 'sidebar-milestone'),
    more,
    section('Notifications', '<button type="button" class="btn">Subscribe</button>', 'sidebar-notifications'),
  ];
  return `<div id="partial-discussion-sidebar" class="js-socket-channel js-updatable-content" data-channel="stand-in" data-url="${escapeHtml(url)}" data-project-hovercards-enabled>${sections.join('')}</div>`;
}

/** One section of it. */
export function section(title: string, content: string, name: string): string {
  return `<div class="discussion-sidebar-item ${name} js-discussion-sidebar-item"><div class="text-bold discussion-sidebar-heading discussion-sidebar-toggle">${title} ${iconHtml('gear', 16, 'class="octicon octicon-gear"')}</div>${content}</div>`;
}

export function avatarHtml(team: string, size = 20): string {
  return `<img class="avatar avatar-user" src="${avatarSource(team)}" width="${size}" height="${size}" alt="@${escapeHtml(team)}">`;
}

export function labelHtml(name: string, repo = 'classic'): string {
  const safe = escapeHtml(name);
  return `<a class="IssueLabel hx_IssueLabel" data-name="${safe}" data-tone="${toneOf(name)}" href="/azimuth-sample/${repo}/labels/${safe}"><span class="css-truncate css-truncate-target width-fit">${safe}</span></a>`;
}
