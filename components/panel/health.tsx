// Page health in the docked panel: what of this page was understood, and by what.
import type { Visit } from '../../lib/model/health.ts';
import { shortTicket } from '../../lib/model/ticket.ts';
import { checksOf } from '../../lib/phrases/health.ts';
import { say, type Word } from '../../lib/say.ts';
import { Check, Warning } from './icons.tsx';

export interface HealthProps {
  readonly visit: Visit;
  readonly ticket: string;
  copy(): void;
  lookAgain(): void;
}

const NAMES: Record<ReturnType<typeof checksOf>[number]['part'], Word> = {
  ticket: 'healthTicket',
  title: 'healthTitle',
  place: 'healthPlace',
  rows: 'healthRows',
};

function told(part: keyof typeof NAMES, visit: Visit, ticket: string): string {
  switch (part) {
    case 'ticket':
      return say(visit.ticket === 'address' ? 'healthFromAddress' : 'healthFromPane', shortTicket(ticket));
    case 'title':
      return say(visit.title === 'heading' ? 'healthFromHeading' : visit.title === 'tab' ? 'healthFromTab' : 'healthNoTitle');
    case 'place':
      return visit.rung === 'chosen'
        ? say('healthChosen')
        : visit.rung === 'edge'
          ? say('healthEdge')
          : say('healthDocked', visit.tried.length);
    case 'rows':
      return say('healthChips', visit.rows?.chips ?? 0, visit.rows?.of ?? 0);
  }
}

export function HealthView({ visit, ticket, copy, lookAgain }: HealthProps) {
  const checks = checksOf(visit);
  const good = checks.filter((check) => check.good).length;
  return (
    <details>
      <summary>
        <b>{say('health')}</b>
        <span class="small muted">{say('healthOf', good, checks.length)}</span>
      </summary>
      <dl>
        {checks.map((check) => (
          <div key={check.part} class={check.good ? 'good' : 'warn'}>
            {check.good ? <Check /> : <Warning />}
            <dt>{say(NAMES[check.part])}</dt>
            <dd>{told(check.part, visit, ticket)}</dd>
          </div>
        ))}
      </dl>
      <div class="foot">
        <button type="button" class="btn edge" onClick={copy}>
          {say('healthCopy')}
        </button>
        <button type="button" class="btn soft" onClick={lookAgain}>
          {say('healthAgain')}
        </button>
      </div>
    </details>
  );
}
