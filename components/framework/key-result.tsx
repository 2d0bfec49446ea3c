// A result of the quarter on an input, with its way to the North Star (requirement 21). Folded while there is none.
import { say } from '../../lib/say.ts';
import type { KeyResultForm, MetricForm } from '../../lib/state/framework-form.ts';
import { Area, Field } from './field.tsx';
import { Row } from './row.tsx';
import { faultIn, type Sheet } from './sheet.ts';

export function KeyResult({ sheet, form }: { sheet: Sheet; form: MetricForm }) {
  const { editor } = sheet;
  const { key, keyResult: result } = form;
  const set = (part: Partial<KeyResultForm>): void => editor.change(key, { keyResult: { ...result, ...part } });
  const there = [result.objective, result.from, result.to, result.why].some(Boolean);
  const unit = form.kind === 'rate' ? '%' : undefined;
  const fault = faultIn(sheet, key, 'keyResult');
  const left = (): void => editor.left(key, 'keyResult');
  return (
    <details class="more" open={there}>
      <summary class="small">{say('frameKeyResult')}</summary>
      <Row sheet={sheet} metric={key} places={['keyResult']}>
        <Field
          label={say('frameObjective')}
          value={result.objective}
          fault={faultIn(sheet, key, 'objective')}
          onInput={(objective) => set({ objective })}
          onLeave={() => editor.left(key, 'objective')}
        />
        <div class="goals">
          <Field
            label={say('frameFrom')}
            value={result.from}
            unit={unit}
            numeric
            fault={fault}
            onInput={(from) => set({ from })}
            onLeave={left}
          />
          <Field label={say('frameTo')} value={result.to} unit={unit} numeric onInput={(to) => set({ to })} onLeave={left} />
          <Field label={say('frameBy')} type="date" value={result.by} onInput={(by) => set({ by })} onLeave={left} />
        </div>
        <Area
          label={say('frameKeyResultWhy')}
          value={result.why}
          placeholder={say('frameKeyResultWhySuch')}
          fault={faultIn(sheet, key, 'why')}
          onInput={(why) => set({ why })}
          onLeave={() => editor.left(key, 'why')}
        />
      </Row>
    </details>
  );
}
