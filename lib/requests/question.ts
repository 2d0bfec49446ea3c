// The answer to "what is there to ask about this ticket?"
import type { Question, QuestionTag, Reply } from '../ask.ts';
import { needleAngle } from '../impact/needle.ts';
import { type Ground, groundOf } from '../impact/pricing.ts';
import type { Framework } from '../model/framework.ts';
import type { Answer } from '../model/tag.ts';
import { placeOf } from '../model/ticket.ts';
import { answerLines } from '../phrases/answer.ts';
import { sincePhrase } from '../phrases/repriced.ts';
import { teamLine } from '../phrases/team-value.ts';
import { loadPast, type Past, shiftOf } from '../state/past.ts';
import { viewerOf } from '../state/viewer.ts';
import type { Db, FrameworkRow, TagRow } from '../store/db.ts';
import { answersTo, claimants, draftOf, frameworks, isNeverHere, latestReading, ownTag } from '../store/read.ts';

/** What a tracker page may show for a ticket. @param today ISO day */
export async function question(db: Db, ticket: string, today: string): Promise<Reply> {
  if (await isNeverHere(db, ticket)) return { state: 'never' };
  const [claimant, ...others] = await claimants(db, ticket);
  if (claimant) return ask(db, ticket, today, claimant, others);
  const [nearest] = (await frameworks(db)).sort((a, b) => Number(a.framework.sample ?? false) - Number(b.framework.sample ?? false));
  return nearest
    ? { state: 'unclaimed', place: placeOf(ticket), framework: { id: nearest.framework.id, name: nearest.framework.name } }
    : { state: 'no-framework' };
}

/** The question as one framework asks it. @param today ISO day */
export async function ask(
  db: Db,
  ticket: string,
  today: string,
  row: FrameworkRow,
  others: readonly FrameworkRow[] = [],
): Promise<Question> {
  const { framework, team } = row;
  const [tag, draft, newest] = await Promise.all([
    ownTag(db, ticket, team),
    draftOf(db, ticket),
    Promise.all(framework.metrics.map(({ id }) => latestReading(db, team, framework.id, id, today))),
  ]);
  const readings = new Map(newest.flatMap((reading) => (reading ? [[reading.metric, reading]] : [])));
  const answers = tag && (await viewerOf(db))?.team === team ? await answersTo(db.transaction('tags').store, team, ticket) : [];
  const past = tag && (await loadPast(db, { team, framework, readings }, [tag.answer], today));
  return questionOf(row, (metric) => readings.get(metric)?.value, {
    tag,
    draft,
    past,
    answers: answers.map(({ answer }) => answer),
    others: others.map((other) => other.framework.name),
  });
}

/** Of a framework, what a question needs. */
export interface Asking {
  readonly team: string;
  readonly framework: Pick<Framework, 'id' | 'version' | 'name' | 'sample' | 'metrics' | 'formula' | 'multipliers'>;
}

/** What a question needs besides: this person's answer and draft, and other frameworks that claim the place, by name. */
export interface Given {
  readonly tag: TagRow | undefined;
  readonly draft?: string | undefined;
  /** The version the answer was given under, where that is not the present one. */
  readonly past?: Past | undefined;
  /** Of everybody in the team, once one's own is given: then one may see them whatever the team hides. */
  readonly answers?: readonly Answer[] | undefined;
  readonly others: readonly string[];
}

/** The question from what was read. @param current a metric's newest reading */
export function questionOf({ team, framework }: Asking, current: (metric: string) => number | undefined, given: Given): Question {
  const { tag, draft, past, answers, others } = given;
  const { formula, multipliers, ...ground } = groundOf(framework, current);
  const priced = { ...ground, ...(formula && { formula }), ...(multipliers?.length && { multipliers }) };
  return {
    state: 'ask',
    team,
    framework: { id: framework.id, version: framework.version, name: framework.name, sample: framework.sample ?? false },
    ...priced,
    ...(tag ? { tag: shownTag(tag, framework.id, priced, { past, answers }) } : {}),
    ...(draft === undefined ? {} : { draft }),
    alsoClaimed: others,
  };
}

/** A tag as the panel shows it: in words, so that a page needs no arithmetic to show it. */
function shownTag(row: TagRow, framework: string, about: Ground, { past, answers = [] }: Pick<Given, 'past' | 'answers'>): QuestionTag {
  const shift = past && row.answer.framework === framework ? shiftOf(row.answer, past, about) : undefined;
  const { what, why, impact } = answerLines(row.answer, about, row.effort);
  const since = [teamLine(answers, about), shift && sincePhrase(shift)].filter(Boolean).join('. ');
  return {
    answer: row.answer,
    at: row.at,
    op: row.cells['answer']?.op ?? '',
    lines: {
      ...{ what, why },
      ...(impact && { angle: needleAngle(impact.mean, about.northStar), loss: impact.mean < 0 }),
      ...(since !== '' && { since }),
    },
    ...(row.note === undefined ? {} : { note: row.note }),
    ...(row.effort === undefined ? {} : { effort: row.effort }),
    ...(row.evidence === undefined ? {} : { evidence: row.evidence }),
  };
}
