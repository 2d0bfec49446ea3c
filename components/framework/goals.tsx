// Where a metric is and should be: baseline, 90-day target and stretch goal (requirement 45).
import { say } from '../../lib/say.ts';
import type { DatedForm, MetricForm } from '../../lib/state/framework-form.ts';
import { Field } from './field.tsx';
import { Row } from './row.tsx';
import { faultIn, type Sheet } from './sheet.ts';

const GOALS = ['baseline', 'target', 'stretch'] as const;

export function Goals({ sheet, form }: { sheet: Sheet; form: MetricForm }) {
  const { editor } = sheet;
  const all = GOALS.every((field) => form[field].value.trim() && form[field].date && !faultIn(sheet, form.key, field));
  const goal = (field: (typeof GOALS)[number], label: string, dateLabel: string) => {
    const set = (part: Partial<DatedForm>): void => editor.change(form.key, { [field]: { ...form[field], ...part } });
    const left = (): void => editor.left(form.key, field);
    return (
      <div class="goal">
        <Field
          label={label}
          value={form[field].value}
          unit={form.kind === 'rate' ? '%' : undefined}
          numeric
          fault={faultIn(sheet, form.key, field)}
          onInput={(value) => set({ value })}
          onLeave={left}
        />
        <Field label={dateLabel} quiet type="date" value={form[field].date} onInput={(date) => set({ date })} onLeave={left} />
      </div>
    );
  };
  return (
    <Row
      sheet={sheet}
      metric={form.key}
      places={['baseline', 'target', 'stretch', 'readings']}
      class="goals"
      holds={all && say('frameHoldsGoals')}
    >
      {goal('baseline', say('frameBaseline'), say('frameBaselineDate'))}
      {goal('target', say('frameTarget'), say('frameTargetDate'))}
      {goal('stretch', say('frameStretch'), say('frameStretchDate'))}
    </Row>
  );
}
