// The step before answers are stored: which framework they go to, what would change, and which rows were not read.
import type { AnswerChange } from '../../lib/formats/answers-plan.ts';
import type { RecordChange } from '../../lib/formats/records-plan.ts';
import type { Home } from '../../lib/formats/answers.ts';
import { formatNumber } from '../../lib/impact/shown.ts';
import { dayHere } from '../../lib/model/day.ts';
import { shortTicket } from '../../lib/model/ticket.ts';
import { formatDay } from '../../lib/phrases/verdict.ts';
import { say } from '../../lib/say.ts';
import type { AnswersImport, FileOutcome } from '../../lib/state/answers-steps.ts';
import { Places } from './answers-places.tsx';
import { answerFaultPhrase, RECORD_WORDS, recordPhrase, storedPhrase } from './answers-words.ts';
import { Faults, type FaultsProps } from './faults.tsx';
import { CheckActs, Sums } from './check-parts.tsx';
import { RowsTable } from './rows-table.tsx';

export interface AnswersCheckProps {
  readonly outcome: FileOutcome;
  readonly importing: AnswersImport;
  /** ISO day. */
  readonly today: string;
  readonly onSaveRows: FaultsProps<never>['onSave'];
}

export function AnswersCheck({ outcome: { changes, records, faults }, importing, today, onSaveRows }: AnswersCheckProps) {
  const source = importing.source.value;
  const homes = importing.homes.value;
  if (!source) return null;
  const all: readonly (AnswerChange | RecordChange)[] = [...changes, ...records];
  const count = (kind: AnswerChange['kind']): number => all.filter((change) => change.kind === kind).length;
  const sums = { fresh: count('new'), changed: count('changed'), same: count('same'), older: count('older'), faults: faults.length };
  const due = sums.fresh + sums.changed;
  const { replace } = importing.choices.value;
  const words = records.some(({ kind }) => kind === 'new' || kind === 'changed') ? IMPORT_ENTRIES : IMPORT_ANSWERS;
  return (
    <div class="check">
      {source.own && <Places importing={importing} />}
      <Sums {...sums} />
      {(sums.older > 0 || replace) && (
        <label class="option">
          <input type="checkbox" checked={replace} onChange={() => void importing.choose({ replace: !replace })} />
          <span>
            {say('answersReplace')}
            <span class="small muted">{say('answersReplaceWhat')}</span>
          </span>
        </label>
      )}
      {source.own?.rough && <p class="small muted">{say('answersFromTable')}</p>}
      <CheckActs
        due={due > 0 ? say(due === 1 ? words.one : words.many, formatNumber(due)) : undefined}
        none={say(sums.same + sums.older > 0 ? 'answersNothingNew' : 'importNothingRead')}
        back={source.table ? say('importBack') : undefined}
        onStore={() => void importing.store()}
        onBack={importing.back}
      />
      <AnswerRows list={inOrder(changes)} homes={homes} today={today} />
      <RecordRows list={inOrder(records)} />
      <Faults faults={faults} tell={(fault) => [fault.row, fault.field, answerFaultPhrase(fault)]} onSave={onSaveRows} />
    </div>
  );
}

const IMPORT_ANSWERS = { one: 'answersOne', many: 'answersMany' } as const;
const IMPORT_ENTRIES = { one: 'entriesOne', many: 'entriesMany' } as const;

/** What changes first, what is new, what stays; what is the same is counted only. */
const inOrder = <T extends { readonly kind: AnswerChange['kind'] }>(all: readonly T[]): T[] =>
  (['changed', 'new', 'older'] as const).flatMap((kind) => all.filter((one) => one.kind === kind));
const after = ({ kind }: { readonly kind: AnswerChange['kind'] }): string => `says ${kind === 'older' ? 'muted' : 'strong'}`;
const rowColumn = () => ({ name: say('importRow'), look: 'num muted', cell: ({ row }: { readonly row: number }) => formatNumber(row) });

const nameCell = ({ tag }: AnswerChange) => (
  <>
    {shortTicket(tag.ticket)} <span class="muted">{tag.title.slice(0, 80)}</span>
  </>
);

function AnswerRows({ list, homes, today }: { list: readonly AnswerChange[]; homes: readonly Home[]; today: string }) {
  const inputsOf = (framework: string): Home['inputs'] => homes.find(({ id }) => id === framework)?.inputs ?? [];
  const said = (one: Pick<AnswerChange['tag'], 'answer' | 'effort'>): string => storedPhrase(one, inputsOf(one.answer.framework));
  return (
    <RowsTable<AnswerChange>
      name={say('importChanges')}
      list={list}
      wide
      columns={[
        {
          ...{ name: say('answersUseTicket'), look: 'cut', title: ({ tag }) => tag.title.slice(0, 300) },
          cell: nameCell,
        },
        { name: say('importStoredNow'), look: 'says muted', cell: ({ before }) => (before ? said(before) : '–') },
        { name: say('importAfter'), look: after, cell: ({ kind, tag }) => (kind === 'older' ? say('answersStays') : said(tag)) },
        {
          name: say('answersGiven'),
          cell: ({ kind, tag, before }) => {
            const day = kind === 'older' ? before?.at : tag.at;
            return day === undefined ? say('answersToday') : formatDay(dayHere(new Date(day)), today);
          },
        },
        rowColumn(),
      ]}
    />
  );
}

const RecordRows = ({ list }: { list: readonly RecordChange[] }) => (
  <RowsTable<RecordChange>
    name={say('answersRecords')}
    list={list}
    wide
    columns={[
      { name: say('answersRecordKind'), cell: ({ record }) => say(RECORD_WORDS[record.kind]) },
      { name: say('importStoredNow'), look: 'says muted', cell: ({ before }) => (before ? recordPhrase(before.record) : '–') },
      {
        name: say('importAfter'),
        look: after,
        cell: ({ kind, record }) => (kind === 'older' ? say('answersStays') : recordPhrase(record)),
      },
      rowColumn(),
    ]}
  />
);
