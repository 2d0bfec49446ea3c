// The two halves of the backlog: what is answered, and what is not.
import { formatNumber } from '../../lib/impact/shown.ts';
import { say } from '../../lib/say.ts';

export interface ViewTabsProps {
  readonly answered: number;
  readonly unanswered: number;
  readonly at: 'answered' | 'unanswered';
  /** Addresses of both. */
  readonly hrefs: Readonly<Record<'answered' | 'unanswered', string>>;
}

export function ViewTabs({ answered, unanswered, at, hrefs }: ViewTabsProps) {
  const tab = (name: 'answered' | 'unanswered', count: number) => (
    <a href={hrefs[name]} aria-current={at === name ? 'page' : undefined}>
      {say(name === 'answered' ? 'backlogAnswered' : 'backlogUnanswered')} <span class="muted">{formatNumber(count)}</span>
    </a>
  );
  return (
    <nav class="view-tabs" aria-label={say('backlogParts')}>
      {tab('answered', answered)}
      {tab('unanswered', unanswered)}
    </nav>
  );
}
