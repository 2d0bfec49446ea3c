// From what was typed of a metric to the metric. Parts that are wrong are left out, and noted.
import type { Dated, KeyResult, Metric } from '../model/metric.ts';
import type { DatedForm, KeyResultForm, MetricForm } from './framework-form.ts';
import { given, type Mender } from './framework-mend.ts';

type Goal = 'baseline' | 'target' | 'stretch';

function dated(field: Goal, { value, date }: DatedForm, mender: Mender): Dated | undefined {
  const read = mender.number(field, value);
  const day = read === undefined ? undefined : mender.day(field, date);
  return read === undefined || day === undefined ? undefined : { value: read, date: day };
}

/** Both ends or none; the date is there from the start. */
function keyResult(form: KeyResultForm, mender: Mender): KeyResult | undefined {
  const words = { objective: mender.text('objective', form.objective, 200), why: mender.text('why', form.why, 1000) };
  if (!form.from.trim() && !form.to.trim()) {
    if (words.objective || words.why) mender.wrong('keyResult', 'not-a-number');
    return undefined;
  }
  const [from, to] = [mender.number('keyResult', form.from), mender.number('keyResult', form.to)];
  if (from === undefined || to === undefined) {
    if (!form.from.trim() || !form.to.trim()) mender.wrong('keyResult', 'not-a-number');
    return undefined;
  }
  const by = mender.day('keyResult', form.by);
  return by === undefined ? undefined : { from, to, by, ...given(words) };
}

/** @param id what it is stored under */
export function checkedMetric(form: MetricForm, id: string, mender: Mender): Metric {
  const name = mender.text('name', form.name, 120);
  if (!form.name.trim()) mender.wrong('name', 'missing');
  const optional = given({
    shortName: mender.text('shortName', form.shortName, 24),
    window: mender.text('window', form.window, 80),
    denominator: mender.text('denominator', form.denominator, 120),
    cadence: form.cadence,
    lag: mender.whole('lag', form.lag, 0, 104),
    owner: mender.text('owner', form.owner, 80),
    baseline: dated('baseline', form.baseline, mender),
    target: dated('target', form.target, mender),
    stretch: dated('stretch', form.stretch, mender),
    sensitivity: mender.range('sensitivity', form.sensitivity),
    keyResult: keyResult(form.keyResult, mender),
    checks: Object.values(form.checks).some((answer) => answer !== undefined) ? form.checks : undefined,
  });
  const unit = form.kind === 'rate' ? '' : (mender.text('unit', form.unit, 40) ?? '');
  return { id, name: name ?? form.name.trim(), role: form.role, kind: form.kind, unit, direction: form.direction, ...optional } as Metric;
}
