// What a sheet leaves open, chosen and typed: nothing of it is taken for an effect unseen.
import { MOST_CLASSES } from '../../lib/formats/sheet-classes.ts';
import { chanceOf, effectOf, inputsUsed, rangeOf } from '../../lib/formats/sheet-survey.ts';
import { metricNamed, metricNames } from '../../lib/formats/readings-columns.ts';
import { rangeKey, type SheetMapping } from '../../lib/formats/sheet-columns.ts';
import type { SheetPlan } from '../../lib/formats/sheet-survey.ts';
import { DECIMAL_MARKS, type DecimalMark } from '../../lib/formats/value-text.ts';
import { effectPhrase } from '../../lib/phrases/answer.ts';
import { say } from '../../lib/say.ts';
import type { AnswersImport } from '../../lib/state/answers-steps.ts';
import { markPhrase } from './import-words.ts';

const LEFT_OUT = '-';
interface PartProps {
  readonly plan: SheetPlan;
  readonly set: (more: Partial<SheetMapping>) => void;
}

export function AnswersMeaning({ importing }: { importing: AnswersImport }) {
  const plan = importing.plan.value;
  if (!plan) return null;
  const { mapping, found } = plan;
  const props: PartProps = { plan, set: (more) => void importing.map({ ...mapping, ...more }) };
  const has = (use: SheetMapping['uses'][number]): boolean => mapping.uses.includes(use);
  const effects = has('size') || has('low') || has('high');
  return (
    <div class="meant">
      {effects && !has('input') && <OneInput {...props} />}
      {found.keys.length > 0 && <Where {...props} />}
      {found.example !== undefined && found.marks.length !== 1 && <Marks {...props} />}
      {effects && has('input') && <Inputs {...props} />}
      {has('size') && found.sizes.length > 0 && <Sizes {...props} />}
      {has('chance') && found.chanceForm === 'words' && found.chances.length <= MOST_CLASSES && <Chances {...props} />}
      {has('effort') && <p class="small muted">{say('answersEffortWhat')}</p>}
    </div>
  );
}

function OneInput({ plan: { mapping, home }, set }: PartProps) {
  return (
    <label class="small line">
      <span>{say('answersAllMove')}</span>
      <span class={`field${mapping.input === undefined ? ' open' : ''}`}>
        <select value={mapping.input ?? ''} onChange={(event) => event.currentTarget.value && set({ input: event.currentTarget.value })}>
          {mapping.input === undefined && <option value="">{say('importChooseOne')}</option>}
          {home.inputs.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </span>
    </label>
  );
}

/** `jira:acme.atlassian.net` as people know it. */
const typedSite = (site: string | undefined): string =>
  site
    ?.replace(/^jira:/, '')
    .replace(/^linear:/, 'linear.app/')
    .replace(/^github:/, 'github.com/') ?? '';

function Where({ plan: { mapping, found, site }, set }: PartProps) {
  return (
    <label class="small line">
      <span>{say('answersWhere', found.keys[0] ?? '')}</span>
      <span class={`field${site === undefined ? ' open' : ''}`}>
        <input
          value={mapping.site ?? typedSite(site)}
          placeholder="https://example.atlassian.net"
          spellcheck={false}
          autocomplete="off"
          aria-invalid={site === undefined ? true : undefined}
          onInput={(event) => set({ site: event.currentTarget.value })}
        />
      </span>
      {site !== undefined && found.keys[0] !== undefined && <span class="muted">{say('answersWhereIs', site, found.keys[0])}</span>}
    </label>
  );
}

function Marks({ plan: { mapping, found }, set }: PartProps) {
  return (
    <label class="small line">
      <span>{say('answersMarks')}</span>
      <span class={`field${mapping.mark === undefined ? ' open' : ''}`}>
        <select
          value={mapping.mark ?? ''}
          onChange={(event) => event.currentTarget.value && set({ mark: event.currentTarget.value as DecimalMark })}
        >
          {mapping.mark === undefined && <option value="">{say('importChooseOne')}</option>}
          {DECIMAL_MARKS.map((mark) => (
            <option key={mark} value={mark}>
              {markPhrase(mark, found.example)}
            </option>
          ))}
        </select>
      </span>
    </label>
  );
}

function Inputs({ plan: { mapping, found, home }, set }: PartProps) {
  const known = metricNames(home.inputs);
  return (
    <div class="names">
      <h3>{say('importNames')}</h3>
      <ul>
        {[...found.names].map(([key, name]) => {
          const chosen = mapping.names.get(key);
          const value = chosen === null ? LEFT_OUT : (chosen ?? metricNamed(name, known) ?? '');
          return (
            <li key={key}>
              <span class="cut">{name.slice(0, 80)}</span>
              <span class={`field${value === '' ? ' open' : ''}`}>
                <select
                  aria-label={say('answersInputCalled', name.slice(0, 80))}
                  value={value}
                  onChange={(event) => {
                    const to = event.currentTarget.value;
                    set({ names: new Map([...mapping.names, [key, to === LEFT_OUT ? null : to]]) });
                  }}
                >
                  {value === '' && <option value="">{say('importUnknown')}</option>}
                  <option value={LEFT_OUT}>{say('importUseNothing')}</option>
                  {home.inputs.map(({ id, name: input }) => (
                    <option key={id} value={id}>
                      {input}
                    </option>
                  ))}
                </select>
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Classes of impact by input: a range for each, said back as it is understood. */
function Sizes({ plan, set }: PartProps) {
  const { mapping, found } = plan;
  const inputs = inputsUsed(plan);
  if (inputs.length === 0) return null;
  return (
    <section class="classes">
      <h3>{say('answersSizes')}</h3>
      <p class="small muted">{say('answersSizesWhat')}</p>
      <div class="scroll" tabIndex={0} role="region" aria-label={say('answersSizes')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('answersUseSize')}</th>
              {inputs.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.sizes.map((size) => (
              <tr key={size}>
                <th scope="row">{size.slice(0, 40)}</th>
                {inputs.map((input) => {
                  const text = rangeOf(plan, input, size);
                  const effect = text.trim() === '' ? undefined : effectOf(text, input);
                  return (
                    <td key={input.id}>
                      <span class={`field${text.trim() !== '' && !effect ? ' open' : ''}`}>
                        <input
                          aria-label={say('answersSizeOn', size.slice(0, 40), input.name)}
                          value={text}
                          spellcheck={false}
                          autocomplete="off"
                          onInput={(event) =>
                            set({ ranges: new Map([...mapping.ranges, [rangeKey(input.id, size), event.currentTarget.value]]) })
                          }
                        />
                      </span>
                      <span class={`small ${effect ? 'muted' : text.trim() === '' ? 'muted' : 'bad'}`}>
                        {effect ? effectPhrase(effect, input) : say(text.trim() === '' ? 'answersSizeLeftOut' : 'answersSizeWrong')}
                      </span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Chances({ plan, set }: PartProps) {
  return (
    <section class="classes">
      <h3>{say('answersChances')}</h3>
      <ul class="chances">
        {plan.found.chances.map((text) => (
          <li key={text}>
            <label class="small line">
              <span class="cut">{text.slice(0, 40)}</span>
              <span class="field percent">
                <input
                  inputMode="decimal"
                  value={chanceOf(plan, text)}
                  onInput={(event) => set({ chances: new Map([...plan.mapping.chances, [text, event.currentTarget.value]]) })}
                />
              </span>
              <span>%</span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}
