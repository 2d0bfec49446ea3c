// What an export is made from: answers as they are read, their worth, and the frameworks and readings it was worked from.
import type { Estimate, UsedFramework } from '../formats/estimates.ts';
import type { ExportContext, ExportRow, Format } from '../formats/format.ts';
import { teamAnswer } from '../impact/team.ts';
import { dayHere } from '../model/day.ts';
import type { TeamRecord } from '../model/record.ts';
import type { Tag } from '../model/tag.ts';
import { ticketUrl } from '../model/ticket.ts';
import { unitName } from '../phrases/answer.ts';
import { memberName } from '../phrases/team.ts';
import { SAMPLE_TEAM } from '../sample/planner.ts';
import type { Db, FrameworkRow } from '../store/db.ts';
import { answerPages, frameworks, recordsOf } from '../store/read.ts';
import { type Viewer, visibleTo } from '../team/visible.ts';
import { type Basis, loadBasis } from './basis.ts';
import type { Besides } from './besides.ts';
import { bare, impactOfRow, matcher, pieceRow, textOf } from './ranking.ts';
import { ownUnderSample } from './sample.ts';
import { createSlices } from './slices.ts';
import { peopleIn, viewerOf } from './viewer.ts';

export interface Wanted {
  /** A view's own tickets in its order, the answers to each, the one that stands for it first; all there are where absent. */
  readonly tags?: readonly (readonly Tag[])[] | undefined;
  /** As typed in a filter; empty for all. */
  readonly find: string;
  /** Sample data too. */
  readonly sample: boolean;
  /** What is told of answers besides them; nothing where absent. */
  readonly besides?: Besides | undefined;
}

/** One answer on its way out; its worth is worked out only where it is asked for. */
export interface Leaving {
  readonly ticket: string;
  readonly sample: boolean;
  estimate(): ExportRow;
}

/** What a team writes down besides answers. */
type Records = Required<Pick<ExportContext, 'decisions' | 'budgets' | 'views'>>;

export interface Source extends Pick<ExportContext, 'frameworks'>, Records {
  /** What the filter finds, samples included, a slice at a time. */
  leaving(signal?: AbortSignal): AsyncGenerator<Leaving>;
  /** What is to be written. */
  rows(signal?: AbortSignal): AsyncGenerator<ExportRow>;
}

const usedFramework = ({ framework, readings }: Basis): UsedFramework => ({
  ...{ id: framework.id, name: framework.name, version: framework.version, metrics: framework.metrics },
  ...(framework.sample ? { sample: true } : {}),
  ...(framework.formula ? { formula: framework.formula } : {}),
  ...(framework.multipliers?.length ? { multipliers: framework.multipliers } : {}),
  readings: [...readings.values()].map(({ metric, date, value, source }) => ({ metric, date, value, source })),
});

/** What came with the sample; an answer somebody gave under it is theirs. */
const isSample = (tag: Tag): boolean => tag.team === SAMPLE_TEAM && ownUnderSample([tag]).length === 0;

/** Who looks, and what others are called. */
interface Eyes {
  readonly viewer: Viewer | undefined;
  readonly people: Awaited<ReturnType<typeof peopleIn>>;
}

/** What all answers are told by. */
interface Known extends Eyes {
  readonly frameworks: ReadonlySet<string>;
  readonly besides: Besides | undefined;
}

/** Of a ticket's answers those one may see: one's own first, then the newest. */
function seenBy(tags: readonly Tag[], { viewer, people: { me } }: Eyes): readonly Tag[] {
  if (tags.length < 2 && !viewer) return tags;
  return visibleTo(tags, viewer).toSorted(
    (a, b) => Number(b.person === me) - Number(a.person === me) || (a.at > b.at ? -1 : a.at < b.at ? 1 : 0),
  );
}

function teamOf(tags: readonly Tag[]): Pick<NonNullable<Estimate['team']>, 'answered' | 'against' | 'effects'> {
  const { effects, ...counts } = teamAnswer(tags.map(({ answer }) => answer));
  return { ...counts, effects: [...effects] };
}

/** One line for a ticket, so that a column adds up: the answer that stands for it, worth what all of them come to. */
function estimateOf(tags: readonly [Tag, ...Tag[]], basis: Basis | undefined, { frameworks: known, people, besides }: Known): ExportRow {
  const [tag, ...others] = tags;
  const url = ticketUrl(tag.shown);
  const row = basis && pieceRow([bare(tag), ...others.map(bare)], basis, known);
  const effort = row?.effort ?? tag.effort;
  const named = (person: string): string => (people.me === undefined || person === people.me ? 'me' : memberName(person, people.names));
  const impact = basis && row?.group === 'ranked' ? impactOfRow(row, basis) : undefined;
  return {
    ...{ ticket: tag.shown, ...(url && { url }), title: tag.title, answer: tag.answer },
    ...(impact && basis
      ? { gain: { mean: impact.mean, p10: impact.p10, p90: impact.p90, chance: impact.chance, unit: unitName(basis.northStar) } }
      : {}),
    ...(effort === undefined ? {} : { effort }),
    ...(tag.evidence === undefined ? {} : { evidence: tag.evidence }),
    ...(tag.note === undefined ? {} : { note: tag.note }),
    ...{ at: tag.at, person: named(tag.person), ...(isSample(tag) ? { sample: true } : {}) },
    ...(others.length > 0
      ? {
          team: {
            ...teamOf(tags),
            answers: tags.map(({ person, answer, at }) => ({ person: named(person), answer, at })),
          },
        }
      : {}),
    ...(besides && { beside: besides(tag) }),
  };
}

async function recordsIn(db: Db, rows: readonly FrameworkRow[], sample: boolean): Promise<Records> {
  const teams = [...new Set(rows.map(({ team }) => team))].filter((team) => sample || team !== SAMPLE_TEAM);
  const all = async <K extends TeamRecord['kind']>(kind: K) => (await Promise.all(teams.map((team) => recordsOf(db, team, kind)))).flat();
  const [decisions, budgets, views] = await Promise.all([all('decision'), all('budget'), all('view')]);
  return {
    decisions: decisions.map(({ key, record }) => ({ key, ...record })),
    // Their key follows from what they are for.
    budgets: budgets.map(({ record }) => record),
    views: views.map(({ key, record }) => ({ key, ...record })),
  };
}

/** @param now readings of days to come do not count */
export async function openSource(db: Db, { tags, find, sample, besides }: Wanted, now: Date): Promise<Source> {
  const stored = await frameworks(db);
  const bases = new Map(await Promise.all(stored.map(async (row) => [row.id, await loadBasis(db, row, dayHere(now))] as const)));
  const [viewer, people] = await Promise.all([viewerOf(db), peopleIn(db)]);
  const known: Known = { frameworks: new Set(bases.keys()), besides, viewer, people };
  const matches = matcher(find);

  async function* leaving(signal?: AbortSignal): AsyncGenerator<Leaving> {
    const slices = createSlices();
    for await (const page of tags ? [tags] : answerPages(db)) {
      for (const all of page) {
        const over = slices.rest();
        if (over) await over;
        signal?.throwIfAborted();
        // What a view shows was looked over before, and keeps its order.
        const [tag, ...others] = tags ? all : seenBy(all, known);
        if (!tag) continue;
        const basis = bases.get(tag.answer.framework);
        if (![tag, ...others].some((one) => matches(textOf(one, basis?.inputs ?? [])))) continue;
        yield { ticket: tag.shown, sample: isSample(tag), estimate: () => estimateOf([tag, ...others], basis, known) };
      }
    }
  }
  return {
    frameworks: [...bases.values()].map(usedFramework),
    ...(tags ? { decisions: [], budgets: [], views: [] } : await recordsIn(db, stored, sample)),
    leaving,
    rows: async function* (signal) {
      for await (const one of leaving(signal)) if (sample || !one.sample) yield one.estimate();
    },
  };
}

/** A place whose tickets a file can be for, and how many of them there are. */
export interface Site {
  readonly site: string;
  readonly count: number;
}

export interface Survey {
  /** Answers the file will hold. */
  readonly count: number;
  /** Left out because they are samples. */
  readonly samples: number;
  /** Left out because such a file cannot hold them. */
  readonly left: number;
  /** Most tickets first; empty for files that are for all. */
  readonly sites: readonly Site[];
  /** The one the file is for. */
  readonly site: string | undefined;
  /** The first ones. */
  readonly first: readonly ExportRow[];
}

/** Looks over what a file will hold, without working out more than the first few. @param site the one asked for */
export async function survey(
  source: Source,
  { sample }: Pick<Wanted, 'sample'>,
  format: Format,
  site: string | undefined,
  first: number,
  signal?: AbortSignal,
): Promise<Survey> {
  const sites = new Map<string, { count: number; left: number; first: ExportRow[] }>();
  let samples = 0;
  for await (const one of source.leaving(signal)) {
    if (one.sample && !sample) {
      samples++;
      continue;
    }
    const at = format.site ? format.site(one.ticket) : '';
    if (at === undefined) continue;
    let found = sites.get(at);
    if (!found) sites.set(at, (found = { count: 0, left: 0, first: [] }));
    if (format.leavesOut?.(one.estimate())) found.left++;
    else if (++found.count <= first) found.first.push(one.estimate());
  }
  const list = [...sites].map(([name, { count }]) => ({ site: name, count })).sort((a, b) => b.count - a.count);
  const chosen = site !== undefined && sites.has(site) ? site : list[0]?.site;
  const { count = 0, left = 0, first: rows = [] } = (chosen === undefined ? undefined : sites.get(chosen)) ?? {};
  return {
    ...{ count: Math.min(count, format.most ?? count), samples, left, first: rows },
    ...(format.site ? { sites: list, site: chosen } : { sites: [], site: undefined }),
  };
}
