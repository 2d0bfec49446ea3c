// The step before answers are stored: which framework they go to, what would change, and which rows were not read.
import type { AnswerChange, AnswersOutcome } from '../../lib/formats/answers-plan.ts';
import type { Home } from '../../lib/formats/answers.ts';
import { formatNumber } from '../../lib/impact/shown.ts';
import { dayHere } from '../../lib/model/day.ts';
import { shortTicket } from '../../lib/model/ticket.ts';
import { formatDay } from '../../lib/phrases/verdict.ts';
import { say } from '../../lib/say.ts';
import type { AnswersImport } from '../../lib/state/answers-steps.ts';
import { answerFaultPhrase, storedPhrase } from './answers-words.ts';
import { Faults, type FaultsProps, MOST_DRAWN, shownOf } from './faults.tsx';
import { Sum } from './import-check.tsx';

export interface AnswersCheckProps {
  readonly outcome: AnswersOutcome;
  readonly importing: AnswersImport;
  /** ISO day. */
  readonly today: string;
  readonly onSaveRows: FaultsProps<never>['onSave'];
}

export function AnswersCheck({ outcome: { changes, faults }, importing, today, onSaveRows }: AnswersCheckProps) {
  const source = importing.source.value;
  const homes = importing.homes.value;
  if (!source) return null;
  const of = (kind: AnswerChange['kind']): AnswerChange[] => changes.filter((change) => change.kind === kind);
  const [fresh, changed, same, older] = [of('new'), of('changed'), of('same'), of('older')];
  const count = fresh.length + changed.length;
  const { replace } = importing.choices.value;
  const records = source.json?.records ?? 0;
  return (
    <div class="check">
      {source.json && <Places importing={importing} />}
      <dl class="sums">
        <Sum name={say('importNew')} value={fresh.length} />
        <Sum name={say('importChanged')} value={changed.length} />
        <Sum name={say('importSame')} value={same.length} />
        {older.length > 0 && <Sum name={say('answersOlder')} value={older.length} />}
        <Sum name={say('importUnread')} value={faults.length} tone={faults.length > 0 ? 'warn' : ''} />
      </dl>
      <p class="quiet" role="status">
        {say('importSums', fresh.length, changed.length, same.length + older.length, faults.length)}
      </p>
      {(older.length > 0 || replace) && (
        <label class="option">
          <input type="checkbox" checked={replace} onChange={() => void importing.choose({ replace: !replace })} />
          <span>
            {say('answersReplace')}
            <span class="small muted">{say('answersReplaceWhat')}</span>
          </span>
        </label>
      )}
      {records > 0 && <p class="small muted">{say('answersRecords', formatNumber(records))}</p>}
      <div class="acts">
        {count > 0 ? (
          <button type="button" class="btn main" onClick={() => void importing.store()}>
            {say(count === 1 ? 'answersOne' : 'answersMany', formatNumber(count))}
          </button>
        ) : (
          <p>{say(same.length + older.length > 0 ? 'answersNothingNew' : 'importNothingRead')}</p>
        )}
        <button type="button" class="btn" onClick={importing.back}>
          {say(source.table ? 'importBack' : 'importAnew')}
        </button>
      </div>
      <Changes list={[...changed, ...fresh, ...older]} homes={homes} today={today} />
      <Faults faults={faults} tell={(fault) => [fault.row, fault.field, answerFaultPhrase(fault)]} onSave={onSaveRows} />
    </div>
  );
}

const LEFT_OUT = '-';

/** The frameworks of a file, and the one here that each one's answers go to. */
function Places({ importing }: Pick<AnswersCheckProps, 'importing'>) {
  const [source, homes, choices] = [importing.source.value, importing.homes.value, importing.choices.value];
  const counts = Map.groupBy(source?.json?.given ?? [], ({ answer }) => answer.framework);
  return (
    <div class="names">
      <h3>{say('answersPlaces')}</h3>
      <ul>
        {[...counts].map(([id, given]) => {
          const name = (source?.json?.frameworks.find((one) => one.id === id)?.name ?? id).slice(0, 80);
          const chosen = choices.homes.get(id);
          const here = homes.some((home) => home.id === id);
          const value = chosen === undefined ? (here ? id : LEFT_OUT) : (chosen ?? LEFT_OUT);
          return (
            <li key={id}>
              <span>
                <span class="cut">{name}</span>
                <span class="small muted">
                  {say(given.length === 1 ? 'answersCountOne' : 'answersCount', formatNumber(given.length))}
                  {!here && ` · ${say('answersNotHere')}`}
                </span>
              </span>
              <span class={`field${value === LEFT_OUT ? ' open' : ''}`}>
                <select
                  aria-label={say('answersPlaceOf', name)}
                  value={value}
                  onChange={(event) => {
                    const to = event.currentTarget.value;
                    void importing.choose({ homes: new Map([...choices.homes, [id, to === LEFT_OUT ? null : to]]) });
                  }}
                >
                  <option value={LEFT_OUT}>{say('importUseNothing')}</option>
                  {homes.map((home) => (
                    <option key={`${home.team}/${home.id}`} value={home.id}>
                      {home.name}
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

function Changes({ list, homes, today }: { list: readonly AnswerChange[]; homes: readonly Home[]; today: string }) {
  if (list.length === 0) return null;
  const inputsOf = (framework: string): Home['inputs'] => homes.find(({ id }) => id === framework)?.inputs ?? [];
  return (
    <section>
      <h3>
        {say('importChanges')} <span class="muted small">{shownOf(list.length)}</span>
      </h3>
      <div class="scroll wide" tabIndex={0} role="region" aria-label={say('importChanges')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('answersUseTicket')}</th>
              <th scope="col">{say('importStoredNow')}</th>
              <th scope="col">{say('importAfter')}</th>
              <th scope="col">{say('answersGiven')}</th>
              <th scope="col" class="num">
                {say('importRow')}
              </th>
            </tr>
          </thead>
          <tbody>
            {list.slice(0, MOST_DRAWN).map(({ kind, team, tag, before, row }) => {
              const day = kind === 'older' ? before?.at : tag.at;
              return (
                <tr key={`${team}/${tag.ticket}`}>
                  <td class="cut" title={tag.title.slice(0, 300)}>
                    {shortTicket(tag.ticket)} <span class="muted">{tag.title.slice(0, 80)}</span>
                  </td>
                  <td class="says muted">{before ? storedPhrase(before, inputsOf(before.answer.framework)) : '–'}</td>
                  <td class={`says ${kind === 'older' ? 'muted' : 'strong'}`}>
                    {kind === 'older' ? say('answersStays') : storedPhrase(tag, inputsOf(tag.answer.framework))}
                  </td>
                  <td>{day === undefined ? say('answersToday') : formatDay(dayHere(new Date(day)), today)}</td>
                  <td class="num muted">{formatNumber(row)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
