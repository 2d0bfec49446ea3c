// Everything about one metric: what it counts, where it is and should be, and what it is worth.
import type { Formula } from '../../lib/impact/formula.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { unitName } from '../../lib/phrases/answer.ts';
import { say, type Word } from '../../lib/say.ts';
import type { MetricForm } from '../../lib/state/framework-form.ts';
import { Expectation } from './expectation.tsx';
import { Choice, Field, Select, YesNo } from './field.tsx';
import { Goals } from './goals.tsx';
import { KeyResult } from './key-result.tsx';
import { MetricHead } from './metric-head.tsx';
import { MovedBy } from './moved-by.tsx';
import { Row } from './row.tsx';
import { faultIn, type Sheet } from './sheet.ts';
import { Together, type TogetherProps } from './together.tsx';
import type { Current } from './worth.ts';

export interface MetricEditorProps {
  readonly sheet: Sheet;
  readonly form: MetricForm;
  /** The same as far as it is in order. */
  readonly metric: Metric;
  readonly metrics: readonly Metric[];
  readonly northStar: Metric;
  readonly current: Current;
  readonly formula: Formula | undefined;
  readonly readings: TogetherProps['readings'];
  readonly today: string;
}

type Words = 'name' | 'shortName' | 'unit' | 'owner' | 'window' | 'denominator' | 'lag';

const CADENCES: readonly (readonly [MetricForm['cadence'], Word])[] = [
  ['', 'frameNotSaid'],
  ['live', 'diffLive'],
  ['daily', 'diffDaily'],
  ['weekly', 'diffWeekly'],
  ['monthly', 'diffMonthly'],
  ['quarterly', 'diffQuarterly'],
  ['yearly', 'diffYearly'],
];
const CHECKS = [
  ['influenceable', 'frameCheckInfluenceable'],
  ['drives', 'frameCheckDrives'],
  ['oneTeam', 'frameCheckOneTeam'],
] as const;

export function MetricEditor({ sheet, form, metric, metrics, northStar, current, formula, readings, today }: MetricEditorProps) {
  const { editor } = sheet;
  const { key, role } = form;
  const isInput = role === 'input';
  const change = (part: Partial<MetricForm>): void => editor.change(key, part);
  const text = (field: Words, label: string, more: { placeholder?: string; unit?: string; numeric?: boolean } = {}) => (
    <Field
      label={label}
      value={form[field]}
      fault={faultIn(sheet, key, field)}
      onInput={(value) => change({ [field]: value })}
      onLeave={() => editor.left(key, field)}
      {...more}
    />
  );
  const unit = unitName(northStar);
  return (
    <section class="metric" aria-label={form.name || say('frameUnnamed')}>
      <MetricHead
        name={form.name}
        role={role}
        onAssign={role === 'north-star' ? undefined : (next) => editor.assign(key, next)}
        onMove={role === 'north-star' ? undefined : (by) => editor.move(key, by)}
        onRemove={role === 'north-star' ? undefined : () => editor.remove(key)}
      />
      <Row sheet={sheet} metric={key} places={['name', 'shortName', 'role']} class="pair wide">
        {text('name', say('frameName'))}
        {text('shortName', say('frameShortName'), { placeholder: say('optional') })}
      </Row>
      <Row sheet={sheet} metric={key} places={['kind', 'direction']} class="pair">
        <Choice
          label={say('frameKind')}
          value={form.kind}
          options={[
            ['count', say('frameCount')],
            ['rate', say('frameRate')],
            ['ratio', say('frameRatio')],
          ]}
          onChoose={(kind) => change({ kind })}
        />
        <Choice
          label={say('frameGood')}
          value={form.direction}
          options={[
            ['up', say('frameUp')],
            ['down', say('frameDown')],
          ]}
          onChoose={(direction) => change({ direction })}
        />
      </Row>
      <Row
        sheet={sheet}
        metric={key}
        places={['unit', 'window', 'denominator']}
        class="pair"
        holds={metric.window && (metric.kind === 'count' ? metric.unit : metric.denominator) ? say('frameHoldsUnit') : false}
      >
        {form.kind === 'rate'
          ? text('denominator', say('frameDenominator'), { placeholder: say('frameDenominatorSuch') })
          : text('unit', say('frameUnit'), { placeholder: say('frameUnitSuch') })}
        {text('window', say('frameWindow'), { placeholder: say('frameWindowSuch') })}
        {form.kind === 'ratio' && text('denominator', say('frameDenominator'), { placeholder: say('frameDenominatorSuch') })}
      </Row>
      <Row sheet={sheet} metric={key} places={['owner', 'cadence', 'lag']} class="goals" holds={metric.owner && say('frameHoldsOwner')}>
        {text('owner', say('frameOwner'), { placeholder: say('frameOwnerSuch') })}
        <Select
          label={say('frameCadence')}
          value={form.cadence}
          options={CADENCES.map(([value, word]) => [value, say(word)] as const)}
          onChoose={(cadence) => change({ cadence })}
        />
        {text('lag', say('frameLag'), { unit: say('frameWeeks'), numeric: true })}
      </Row>
      <Goals sheet={sheet} form={form} />
      {isInput && (
        <>
          <Row
            sheet={sheet}
            metric={key}
            places={['sensitivity']}
            holds={metric.sensitivity && metric.sensitivity.low < metric.sensitivity.high && say('frameHoldsWorth')}
          >
            <Field
              label={say(form.kind === 'rate' ? 'frameSensitivityPoint' : 'frameSensitivityUnit', unit, form.unit || say('frameOneUnit'))}
              value={form.sensitivity}
              fault={faultIn(sheet, key, 'sensitivity')}
              hint={say('frameSensitivityHow')}
              placeholder={say('frameSensitivitySuch')}
              onInput={(sensitivity) => change({ sensitivity })}
              onLeave={() => editor.left(key, 'sensitivity')}
            />
          </Row>
          <MovedBy sheet={sheet} form={form} />
          <Row
            sheet={sheet}
            metric={key}
            places={['checks']}
            holds={CHECKS.every(([check]) => form.checks[check] === true) && say('frameHoldsChecks')}
          >
            <div class="labelled">
              <h3 class="small">{say('frameChecks')}</h3>
              {CHECKS.map(([check, word]) => (
                <YesNo
                  key={check}
                  label={say(word)}
                  value={form.checks[check]}
                  onAnswer={(answer) => change({ checks: { ...form.checks, [check]: answer } })}
                />
              ))}
            </div>
          </Row>
          <KeyResult sheet={sheet} form={form} />
          <Expectation {...{ metric, metrics, northStar, current, formula }} multipliers={editor.checked.value.framework.multipliers} />
        </>
      )}
      <Together metric={metric} metrics={metrics} readings={readings} today={today} />
    </section>
  );
}
