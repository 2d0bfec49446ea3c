// Everything about one metric: what it counts, where it is and should be, and what it is worth.
import type { Metric } from '../../lib/model/metric.ts';
import { unitName } from '../../lib/phrases/answer.ts';
import { say } from '../../lib/say.ts';
import type { Field as FieldName, Mend } from '../../lib/state/framework-check.ts';
import type { DatedForm, MetricForm } from '../../lib/state/framework-form.ts';
import { Expectation } from './expectation.tsx';
import { Choice, Field } from './field.tsx';
import { mendPhrase } from './mend.ts';
import { MetricHead } from './metric-head.tsx';
import type { Current } from './worth.ts';

export interface MetricEditorProps {
  readonly form: MetricForm;
  /** The same as far as it is in order. */
  readonly metric: Metric;
  readonly northStar: Metric;
  readonly current: Current;
  readonly faultOf: (field: FieldName) => Mend | undefined;
  readonly onLeave: (field: FieldName) => void;
  readonly onChange: (part: Partial<MetricForm>) => void;
  /** Inputs only. */
  readonly onMove: ((by: -1 | 1) => void) | undefined;
  readonly onRemove: (() => void) | undefined;
}

type Words = 'name' | 'shortName' | 'unit' | 'owner' | 'window' | 'denominator';
type Goals = 'baseline' | 'target' | 'stretch';

export function MetricEditor({ form, metric, northStar, current, faultOf, onLeave, onChange, onMove, onRemove }: MetricEditorProps) {
  const isInput = onRemove !== undefined;
  const fault = (field: FieldName): string | undefined => {
    const mend = faultOf(field);
    return mend && mendPhrase(mend);
  };
  const text = (field: Words, label: string, more: { hint?: string; placeholder?: string } = {}) => (
    <Field
      label={label}
      value={form[field]}
      fault={fault(field)}
      onInput={(value) => onChange({ [field]: value })}
      onLeave={() => onLeave(field)}
      {...more}
    />
  );
  const goal = (field: Goals, label: string, dateLabel: string) => {
    const set = (part: Partial<DatedForm>): void => onChange({ [field]: { ...form[field], ...part } });
    const unit = form.kind === 'rate' ? '%' : undefined;
    return (
      <div class="goal">
        <Field
          label={label}
          value={form[field].value}
          unit={unit}
          numeric
          fault={fault(field)}
          onInput={(value) => set({ value })}
          onLeave={() => onLeave(field)}
        />
        <Field
          label={dateLabel}
          quiet
          type="date"
          value={form[field].date}
          onInput={(date) => set({ date })}
          onLeave={() => onLeave(field)}
        />
      </div>
    );
  };
  const unit = unitName(northStar);
  return (
    <section class="metric" aria-label={form.name || say('frameUnnamed')}>
      <MetricHead name={form.name} isInput={isInput} onMove={onMove} onRemove={onRemove} />
      <div class="pair wide">
        {text('name', say('frameName'))}
        {text('shortName', say('frameShortName'), { placeholder: say('optional') })}
      </div>
      <div class="pair">
        <Choice
          label={say('frameKind')}
          value={form.kind}
          options={[
            ['count', say('frameCount')],
            ['rate', say('frameRate')],
            ['ratio', say('frameRatio')],
          ]}
          onChoose={(kind) => onChange({ kind })}
        />
        <Choice
          label={say('frameGood')}
          value={form.direction}
          options={[
            ['up', say('frameUp')],
            ['down', say('frameDown')],
          ]}
          onChoose={(direction) => onChange({ direction })}
        />
      </div>
      <div class="pair">
        {form.kind === 'rate' ? (
          <p class="small muted aside">{say('frameRateUnit')}</p>
        ) : (
          text('unit', say('frameUnit'), { placeholder: say('frameUnitSuch') })
        )}
        {text('window', say('frameWindow'), { placeholder: say('frameWindowSuch') })}
      </div>
      <div class="pair">
        {text('owner', say('frameOwner'), { placeholder: say('frameOwnerSuch') })}
        {form.kind !== 'count' && text('denominator', say('frameDenominator'), { placeholder: say('frameDenominatorSuch') })}
      </div>
      <div class="goals">
        {goal('baseline', say('frameBaseline'), say('frameBaselineDate'))}
        {goal('target', say('frameTarget'), say('frameTargetDate'))}
        {goal('stretch', say('frameStretch'), say('frameStretchDate'))}
      </div>
      {isInput && (
        <div class="worth">
          <Field
            label={say(form.kind === 'rate' ? 'frameSensitivityPoint' : 'frameSensitivityUnit', unit, form.unit || say('frameOneUnit'))}
            value={form.sensitivity}
            fault={fault('sensitivity')}
            hint={say('frameSensitivityHow')}
            placeholder={say('frameSensitivitySuch')}
            onInput={(sensitivity) => onChange({ sensitivity })}
            onLeave={() => onLeave('sensitivity')}
          />
          <Expectation metric={metric} northStar={northStar} current={current} />
        </div>
      )}
    </section>
  );
}
