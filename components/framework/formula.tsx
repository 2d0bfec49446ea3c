// The North Star as a formula over its inputs: what is wrong with it, whether its units agree, and what it comes to.
import { checkUnits } from '../../lib/impact/formula-units.ts';
import { wordOf } from '../../lib/impact/formula-text.ts';
import { type Formula, valueOf } from '../../lib/impact/formula.ts';
import { formatReading } from '../../lib/impact/shown.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { say } from '../../lib/say.ts';
import { Icon } from '../shell/icons.tsx';
import { Area } from './field.tsx';
import { Note } from './row.tsx';
import { beside, faultIn, type Sheet } from './sheet.ts';
import { Totals } from './totals.tsx';
import { type Current, nowOf } from './worth.ts';

export interface FormulaBoxProps {
  readonly sheet: Sheet;
  readonly metrics: readonly Metric[];
  readonly northStar: Metric;
  readonly current: Current;
  /** As far as it can be read. */
  readonly formula: Formula | undefined;
}

export function FormulaBox({ sheet, metrics, northStar, current, formula }: FormulaBoxProps) {
  const { editor } = sheet;
  const inputs = metrics.filter(({ role }) => role === 'input');
  const found = beside(sheet, '', ['formula']);
  return (
    <div class="formula" data-place="/formula">
      <Area
        label={say('frameFormula', wordOf(northStar.id))}
        mono
        rows={1}
        value={editor.form.value.formula}
        placeholder={standIn(inputs)}
        fault={faultIn(sheet, '', 'formula')}
        onInput={(text) => editor.edit({ formula: text })}
        onLeave={() => editor.left('', 'formula')}
      />
      {found.map((told) => (
        <Note key={told.rule} told={told} />
      ))}
      {formula ? (
        <Sum formula={formula} metrics={metrics} northStar={northStar} inputs={inputs} current={current} />
      ) : (
        found.length === 0 && <Totals northStar={northStar} inputs={inputs} current={current} />
      )}
    </div>
  );
}

/** What the sensitivities say, as long as no formula is typed: it shows how one is written. */
function standIn(inputs: readonly Metric[]): string {
  const terms = inputs.flatMap(({ id, sensitivity }) =>
    sensitivity ? [`${Number(((sensitivity.low + sensitivity.high) / 2).toPrecision(4))} * ${wordOf(id)}`] : [],
  );
  return terms.length > 0 ? say('frameFormulaNone', terms.join(' + ')) : say('frameFormulaSuch');
}

function Sum({
  formula,
  metrics,
  northStar,
  inputs,
  current,
}: Omit<FormulaBoxProps, 'sheet' | 'formula'> & { formula: Formula; inputs: readonly Metric[] }) {
  const byId = new Map(inputs.map((input) => [input.id, input]));
  const now = valueOf(formula, (id) => {
    const input = byId.get(id);
    return input && nowOf(input, current);
  });
  const then = valueOf(formula, (id) => {
    const input = byId.get(id);
    return input && (input.target?.value ?? nowOf(input, current));
  });
  const shown = (value: number): string => formatReading(northStar, Number(value.toPrecision(4)));
  const { target } = northStar;
  return (
    <p class="small muted said">
      {checkUnits(formula, metrics) === 'fits' && (
        <span class="ok">
          <Icon name="check" />
          {say('frameUnitsAgree')}
        </span>
      )}
      {typeof now === 'number' && typeof then === 'number' && (
        <span>
          {target
            ? say('frameSumTarget', shown(now), shown(then), formatReading(northStar, target.value))
            : say('frameSum', shown(now), shown(then))}
        </span>
      )}
    </p>
  );
}
