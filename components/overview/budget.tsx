// A quarter's budget for other work: a share set aside, by reason where one plans so finely, and how much of it is chosen.
import { useEffect, useState } from 'preact/hooks';
import type { Reason } from '../../lib/impact/cost.ts';
import { formatChance } from '../../lib/impact/shown.ts';
import { quarterBeside } from '../../lib/model/quarter.ts';
import type { Budget as BudgetRecord } from '../../lib/model/record.ts';
import { reasonPhrase } from '../../lib/phrases/answer.ts';
import { pointsPhrase, quarterPhrase } from '../../lib/phrases/overview.ts';
import { say, type Word } from '../../lib/say.ts';
import { type BudgetForm, type BudgetLine, budgetLine, budgetOf, type BudgetProblem, formOf } from '../../lib/state/budget.ts';
import type { QuarterCost } from '../../lib/state/quarters.ts';
import { Icon } from '../shell/icons.tsx';
import { Heads } from './heads.tsx';

export interface BudgetProps {
  readonly framework: string;
  readonly quarters: readonly QuarterCost[];
  readonly budgets: readonly BudgetRecord[];
  readonly onBudget: (budget: BudgetRecord) => void;
}

const PROBLEMS: Readonly<Record<BudgetProblem, Word>> = {
  share: 'budgetProblemShare',
  points: 'budgetProblemPoints',
  reason: 'budgetProblemReason',
  sum: 'budgetProblemSum',
};

export function Budget({ framework, quarters, budgets, onBudget }: BudgetProps) {
  const present = quarters[0]?.quarter ?? '';
  const [quarter, setQuarter] = useState(present);
  const of = quarters.find((one) => one.quarter === quarter) ?? { quarter, work: [], effort: 0 };
  const budget = budgets.find((one) => one.quarter === quarter);
  const line = budgetLine(of, budget);
  return (
    <section class="budget" aria-label={say('budgetTitle')}>
      <header>
        <h3>{say('budgetTitle')}</h3>
        <button type="button" class="icon" aria-label={say('budgetPrior')} onClick={() => setQuarter(quarterBeside(quarter, -1))}>
          <Icon name="earlier" />
        </button>
        <span role="status">{quarterPhrase(quarter)}</span>
        <button type="button" class="icon" aria-label={say('budgetNext')} onClick={() => setQuarter(quarterBeside(quarter, 1))}>
          <Icon name="later" />
        </button>
      </header>
      <p class="small muted">{say('budgetWhy')}</p>
      <Form key={quarter} {...{ framework, line, budget, onBudget }} />
      <Taken line={line} />
    </section>
  );
}

function Form({
  framework,
  line,
  budget,
  onBudget,
}: Pick<BudgetProps, 'framework' | 'onBudget'> & { line: BudgetLine; budget: BudgetRecord | undefined }) {
  const [form, setForm] = useState<BudgetForm>(() => formOf(budget));
  const [problem, setProblem] = useState<BudgetProblem>();
  // What was stored or taken back elsewhere is what the form starts from.
  useEffect(() => setForm(formOf(budget)), [JSON.stringify(budget)]);
  const save = (event: Event): void => {
    event.preventDefault();
    const read = budgetOf(form, { framework, quarter: line.quarter });
    setProblem(read.ok ? undefined : read.problem);
    if (read.ok) onBudget(read.budget);
  };
  const box = (name: string, value: string, unit: string, wrong: boolean, type: (text: string) => void, hint = '') => (
    <label>
      <span>{name}</span>
      <span class={`field${wrong ? ' wrong' : ''}`}>
        <input
          inputMode="decimal"
          autocomplete="off"
          value={value}
          placeholder={hint}
          aria-invalid={wrong}
          onInput={(event) => type(event.currentTarget.value)}
        />
        {unit && <span class="unit">{unit}</span>}
      </span>
    </label>
  );
  return (
    <form onSubmit={save} noValidate>
      {box(say('budgetShare'), form.share, '%', problem === 'share' || problem === 'sum', (share) => setForm({ ...form, share }))}
      {box(
        say('budgetPoints'),
        form.points,
        '',
        problem === 'points',
        (points) => setForm({ ...form, points }),
        line.effort > 0 && budget?.points === undefined ? say('budgetPointsHint', pointsPhrase(line.effort)) : '',
      )}
      <fieldset>
        <legend class="small muted">{say('overviewByReason')}</legend>
        {line.reasons.map(({ reason }) => (
          <div key={reason}>
            {box(reasonPhrase(reason), form.reasons[reason], '%', problem === 'reason' || problem === 'sum', (text) =>
              setForm({ ...form, reasons: { ...form.reasons, [reason]: text } as Readonly<Record<Reason, string>> }),
            )}
          </div>
        ))}
      </fieldset>
      {problem && (
        <p class="small bad" role="alert">
          {say(PROBLEMS[problem])}
        </p>
      )}
      <button type="submit" class="btn main">
        {say('budgetSave')}
      </button>
    </form>
  );
}

/** What is chosen against what is planned: in words, and as bars on one scale. */
function Taken({ line }: { line: BudgetLine }) {
  const { points, taken, quarter } = line;
  const left = points === undefined ? undefined : points - taken;
  const words =
    points === undefined || left === undefined
      ? say('budgetNone', quarterPhrase(quarter), pointsPhrase(taken))
      : Math.abs(left) < 0.05
        ? say('budgetEven', pointsPhrase(points))
        : left > 0
          ? say('budgetWithin', pointsPhrase(taken), pointsPhrase(points), pointsPhrase(left))
          : say('budgetOver', pointsPhrase(taken), pointsPhrase(-left));
  const rows = [
    { name: say('overviewOther'), ...line },
    ...line.reasons.filter((one) => one.taken > 0 || one.share !== undefined).map((one) => ({ name: reasonPhrase(one.reason), ...one })),
  ];
  const most = Math.max(0, ...rows.flatMap((one) => [one.taken, one.points ?? 0]));
  return (
    <div class="taken">
      <p>{words}</p>
      {most > 0 && (
        <table class="plain">
          <Heads of={say('overviewReason')} figures={[say('budgetTaken'), say('budgetPlanned')]} />
          <tbody>
            {rows.map((one) => (
              <tr key={one.name}>
                <th scope="row">{one.name}</th>
                <td>
                  <span class="plan-bar" aria-hidden="true">
                    <i style={{ inlineSize: `${(100 * one.taken) / most}%` }} />
                    {one.points !== undefined && <b style={{ insetInlineStart: `${(100 * one.points) / most}%` }} />}
                  </span>
                </td>
                <td class="num">
                  {pointsPhrase(one.taken)}
                  {one.takenShare !== undefined && <span class="muted"> {formatChance(one.takenShare)}</span>}
                </td>
                <td class="num">
                  {one.points === undefined ? '' : pointsPhrase(one.points)}
                  {one.share !== undefined && <span class="muted"> {formatChance(one.share)}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
