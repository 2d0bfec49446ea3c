// Which other inputs move this one, and by how much (requirement 15).
import { say } from '../../lib/say.ts';
import { type MetricForm, type MultiplierForm, ofRole } from '../../lib/state/framework-form.ts';
import { Icon } from '../shell/icons.tsx';
import { Field } from './field.tsx';
import { Row } from './row.tsx';
import { faultIn, type Sheet } from './sheet.ts';

const nameOf = ({ shortName, name }: MetricForm): string => shortName || name || say('frameUnnamed');

export function MovedBy({ sheet, form }: { sheet: Sheet; form: MetricForm }) {
  const { editor } = sheet;
  const all = editor.form.value;
  const others = ofRole(all, 'input').filter(({ key }) => key !== form.key);
  const own = all.multipliers.flatMap((one, at) => (one.to === form.key ? [{ ...one, at }] : []));
  const set = (multipliers: readonly MultiplierForm[]): void => editor.edit({ multipliers });
  const change = (at: number, part: Partial<MultiplierForm>): void => {
    const before = all.multipliers[at];
    if (before) set(all.multipliers.with(at, { ...before, ...part }));
  };
  const unit = (of: MetricForm | undefined): string => (of?.kind === 'rate' ? 'pp' : of?.unit || say('frameOneUnit'));
  if (others.length === 0) return null;
  return (
    <Row sheet={sheet} metric={form.key} places={['multipliers']}>
      <div class="labelled">
        <h3 class="small">{say('frameMovedBy')}</h3>
        {own.map(({ at, from, factor }) => (
          <div class="moved-by" key={at}>
            <div class="field">
              <select
                aria-label={say('frameMovedByWhich')}
                value={from}
                onChange={(event) => change(at, { from: event.currentTarget.value })}
              >
                <option value="">{say('frameMovedByChoose')}</option>
                {others.map((other) => (
                  <option key={other.key} value={other.key}>
                    {nameOf(other)}
                  </option>
                ))}
              </select>
            </div>
            <Field
              label={say('frameMovedByFactor')}
              quiet
              numeric
              value={factor}
              unit={say('framePer', unit(form), unit(others.find(({ key }) => key === from)))}
              fault={faultIn(sheet, form.key, 'factor')}
              onInput={(text) => change(at, { factor: text })}
              onLeave={() => editor.left(form.key, 'factor')}
            />
            <button type="button" class="icon" aria-label={say('frameMovedByRemove')} onClick={() => set(all.multipliers.toSpliced(at, 1))}>
              <Icon name="cross" />
            </button>
          </div>
        ))}
        <button type="button" class="link small" onClick={() => set([...all.multipliers, { from: '', to: form.key, factor: '' }])}>
          {say('frameMovedByAdd')}
        </button>
      </div>
    </Row>
  );
}
