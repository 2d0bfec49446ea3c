// The backlog's other half: tickets that were seen on this device and that nobody answered.
import { useMemo } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { TicketFacts } from '../../lib/model/facts.ts';
import { say } from '../../lib/say.ts';
import type { Backlog } from '../../lib/state/backlog.ts';
import { USUAL_VIEW, type View, withFilter } from '../../lib/state/backlog-view.ts';
import { facetedOf, SEEN_FACETS } from '../../lib/state/waiting.ts';
import { FilterChips } from './filter-menu.tsx';
import { Find } from './find.tsx';
import { Count } from './notes.tsx';
import { FilterButton } from './toolbar.tsx';
import { Waiting } from './waiting.tsx';

export interface UnansweredViewProps {
  readonly backlog: Pick<Backlog, 'basis' | 'unanswered' | 'view' | 'reading' | 'partial' | 'total'>;
  readonly tabs: ComponentChildren;
  readonly onLook: (view: View, how?: 'replace') => void;
  readonly onSweep: (tickets: readonly TicketFacts[]) => void;
}

export function UnansweredView({ backlog, tabs, onLook, onSweep }: UnansweredViewProps) {
  const menu = useSignal<string | undefined>(undefined);
  const tickets = backlog.unanswered.value;
  const basis = backlog.basis.value;
  const view = backlog.view.value;
  const rows = useMemo(() => tickets.map(facetedOf), [tickets]);
  const whole = basis !== undefined && !backlog.partial.value;
  const of = { rows, inputs: basis?.inputs ?? [], facets: SEEN_FACETS };
  return (
    <div class="backlog">
      <header class="top">
        <h1 tabIndex={-1}>{say('shellBacklog')}</h1>
        {whole ? (
          tabs
        ) : (
          <span class="muted" role="status">
            <Count reading={backlog.reading.value} total={0} shown={0} first />
          </span>
        )}
        <span class="gap" />
        {whole && tickets.length > 0 && (
          <>
            <Find find={view.find} onFind={(find) => onLook({ ...view, find }, 'replace')} />
            <FilterButton {...{ ...of, view, menu, onLook }} />
          </>
        )}
      </header>
      {whole && (
        <>
          <FilterChips
            {...of}
            filters={view.filters}
            onFilter={(facet, value, on) => onLook({ ...view, filters: withFilter(view.filters, facet, value, on) })}
          />
          <Waiting
            {...{ tickets, view, onSweep }}
            reading={backlog.reading.value !== undefined}
            onClear={() => onLook({ ...view, find: '', filters: USUAL_VIEW.filters })}
          />
        </>
      )}
    </div>
  );
}
