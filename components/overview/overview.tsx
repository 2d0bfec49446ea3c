// The summary above the table: three panels, the ways to stale estimates and to the decision log, and any of the panels in full.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { formatNumber } from '../../lib/impact/shown.ts';
import { say, type Word } from '../../lib/say.ts';
import type { Basis } from '../../lib/state/basis.ts';
import type { Overview as Numbers } from '../../lib/state/overview.ts';
import type { TrackRecord } from '../../lib/state/track-record.ts';
import { Icon } from '../shell/icons.tsx';
import type { BudgetProps } from './budget.tsx';
import { CostView } from './cost-view.tsx';
import { CoverageView } from './coverage-view.tsx';
import { GapView, type GapViewProps } from './gap-view.tsx';
import type { Panel } from './panels.ts';
import { RecordView } from './record-view.tsx';
import { Stale, type StaleProps } from './stale.tsx';
import { Strip } from './strip.tsx';

export interface OverviewProps extends Pick<BudgetProps, 'budgets' | 'onBudget'>, Pick<GapViewProps, 'onSelect'> {
  /** `undefined` until it is added up. */
  readonly overview: Numbers | undefined;
  readonly basis: Basis;
  readonly open: Panel | undefined;
  readonly onOpen: (panel: Panel | undefined) => void;
  /** How many decisions were recorded, and the address of their log. */
  readonly decisions: { readonly count: number; readonly href: string };
  readonly record: TrackRecord;
  readonly stale: Omit<StaleProps, 'inputs' | 'onSelect'>;
}

const TITLES: Readonly<Record<Panel, Word>> = {
  coverage: 'overviewCoverage',
  gap: 'overviewGaps',
  cost: 'overviewCost',
  stale: 'overviewStale',
  record: 'overviewRecord',
};

export function Overview(props: OverviewProps) {
  const { overview, basis, open, onOpen, decisions, stale, record } = props;
  const box = useRef<HTMLDivElement>(null);
  // The table below draws the rows near the screen: it has to look where that is once it has moved.
  useLayoutEffect(() => void dispatchEvent(new Event('resize')), [open, overview]);
  if (!overview) return <div class="summary busy" role="status" aria-label={say('overviewBusy')} />;
  /** What had it opened has the focus again. */
  const close = (): void => {
    box.current?.querySelector<HTMLElement>(`[data-panel="${open}"]`)?.focus();
    onOpen(undefined);
  };
  const toggle = (panel: Panel, text: string, warn = false) => (
    <button
      type="button"
      class="btn ghost"
      data-panel={panel}
      aria-expanded={open === panel}
      onClick={() => onOpen(open === panel ? undefined : panel)}
    >
      <span class={warn ? 'warn' : ''}>{text}</span>
    </button>
  );
  const decided = decisions.count;
  const { length: old } = stale.rows;
  return (
    <div
      class="overview"
      ref={box}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) close();
      }}
    >
      <Strip {...{ overview, basis, open, onOpen }} />
      <div class="summary-ways" role="group" aria-label={say('overviewViews')}>
        {toggle('record', record.outcomes.length === 0 ? say('recordNone') : say('recordCount', formatNumber(record.outcomes.length)))}
        <a class="btn ghost" href={decisions.href}>
          {decided === 1 ? say('decisionOne') : say('decisionCount', formatNumber(decided))}
        </a>
        {toggle('stale', old === 1 ? say('staleOne') : say('staleCount', formatNumber(old)), old > 0)}
      </div>
      {open && (
        <section class="in-full" aria-label={say(TITLES[open])}>
          <header>
            <h2>{say(TITLES[open])}</h2>
            <span class="gap" />
            <button type="button" class="icon" aria-label={say('shellClose')} onClick={close}>
              <Icon name="cross" />
            </button>
          </header>
          <Full {...props} overview={overview} />
        </section>
      )}
    </div>
  );
}

function Full({ overview, basis, open, budgets, onBudget, onSelect, stale, record }: OverviewProps & { overview: Numbers }) {
  switch (open) {
    case 'coverage':
      return <CoverageView overview={overview} />;
    case 'gap':
      return <GapView overview={overview} onSelect={onSelect} />;
    case 'cost':
      return <CostView {...{ overview, basis, budgets, onBudget }} framework={basis.framework.id} />;
    case 'stale':
      return <Stale {...stale} inputs={basis.inputs} onSelect={onSelect} />;
    case 'record':
      return <RecordView record={record} basis={basis} />;
    case undefined:
      return null;
  }
}
