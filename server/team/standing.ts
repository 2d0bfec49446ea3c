// What a team knows at this moment, from the rows its log makes: frameworks with their readings, records, and then its tags.
import { Framework } from '../../lib/model/framework.ts';
import { MAIN_FIELD } from '../../lib/model/operation.ts';
import { TeamRecord } from '../../lib/model/record.ts';
import { Answer, Remarks, type Tag } from '../../lib/model/tag.ts';
import { whenGiven } from '../../lib/sync/clock.ts';
import type { Queries } from '../store/store.ts';
import { type CellRow, rowsOf } from './snapshot.ts';

export interface StandingReading {
  readonly metric: string;
  readonly date: string;
  readonly value: number;
  readonly source: 'typed' | 'sample' | 'import';
}

export interface Standing {
  readonly frameworks: readonly Framework[];
  /** By framework and metric, oldest first. */
  readonly readings: ReadonlyMap<string, ReadonlyMap<string, readonly StandingReading[]>>;
  readonly records: readonly TeamRecord[];
  /** Read as they are asked for, once. */
  readonly tags: AsyncIterable<Tag>;
}

type Cells = readonly [CellRow, ...CellRow[]];
const valueOf = (cells: Cells, field: string): unknown => {
  const cell = cells.find((one) => one.field === field);
  return cell === undefined ? undefined : JSON.parse(cell.value);
};
/** Rows that were removed, or are not yet there, say nothing. */
const stands = (cells: Cells): boolean => valueOf(cells, 'deleted') !== true && valueOf(cells, MAIN_FIELD[cells[0].kind]) != null;

function tagOf(team: string, cells: Cells): Tag | undefined {
  const [{ key, person }] = cells;
  const parsed = Answer.safeParse(valueOf(cells, 'answer'));
  if (!parsed.success) return undefined;
  const remarks = Object.fromEntries(Object.keys(Remarks.shape).flatMap((name) => [[name, valueOf(cells, name) ?? undefined]]));
  const seen = valueOf(cells, 'seen') as { readonly id: string; readonly title: string } | null | undefined;
  const answered = cells.find(({ field }) => field === 'answer');
  const given = cells.find(({ field }) => field === 'given');
  const at = whenGiven(answered?.hlc ?? '0', given?.op === answered?.op ? valueOf(cells, 'given') : undefined);
  return {
    team,
    ticket: key,
    person,
    shown: seen?.id ?? key,
    title: seen?.title ?? '',
    answer: parsed.data,
    ...Remarks.parse(remarks),
    at,
  };
}

function readingOf(cells: Cells): readonly [framework: string, reading: StandingReading] {
  const [date = '', metric = '', ...framework] = cells[0].key.split('/').reverse();
  const source = valueOf(cells, 'source') as StandingReading['source'] | null;
  return [framework.reverse().join('/'), { metric, date, value: Number(valueOf(cells, 'value')), source: source ?? 'typed' }];
}

/** Frameworks, readings and records come before tags in the order of the rows: those are read to the end first. */
export async function standingOf(q: Queries, team: string): Promise<Standing> {
  const rows = rowsOf(q, team);
  const frameworks: Framework[] = [];
  const records: TeamRecord[] = [];
  const readings = new Map<string, Map<string, StandingReading[]>>();
  let next = await rows.next();
  for (; !next.done && next.value[0].kind !== 'tag'; next = await rows.next()) {
    const cells = next.value;
    if (!stands(cells)) continue;
    if (cells[0].kind === 'framework') frameworks.push(Framework.parse(valueOf(cells, 'framework')));
    if (cells[0].kind === 'record') {
      const record = TeamRecord.safeParse(valueOf(cells, 'record'));
      if (record.success) records.push(record.data);
    }
    if (cells[0].kind === 'reading') {
      const [framework, reading] = readingOf(cells);
      const of = readings.get(framework) ?? new Map<string, StandingReading[]>();
      readings.set(framework, of);
      const days = of.get(reading.metric);
      if (days) days.push(reading);
      else of.set(reading.metric, [reading]);
    }
  }
  async function* tags(): AsyncGenerator<Tag> {
    for (; !next.done; next = await rows.next()) {
      const tag = stands(next.value) ? tagOf(team, next.value) : undefined;
      if (tag) yield tag;
    }
  }
  return { frameworks, readings, records, tags: tags() };
}
