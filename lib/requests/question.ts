// The answer to "what is there to ask about this ticket?"
import type { Measured, Question, QuestionTag, Reply } from '../ask.ts';
import { needleAngle } from '../impact/needle.ts';
import type { Metric } from '../model/metric.ts';
import { placeOf } from '../model/ticket.ts';
import { answerLines } from '../phrases/answer.ts';
import type { Db, FrameworkRow, TagRow } from '../store/db.ts';
import { claimants, draftOf, frameworks, isNeverHere, latestReading, ownTag } from '../store/read.ts';

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
  const measure = async (metric: Metric): Promise<Measured> => {
    const newest = await latestReading(db, team, framework.id, metric.id, today);
    return newest ? { ...metric, current: newest.value } : metric;
  };
  const [tag, draft, metrics] = await Promise.all([
    ownTag(db, ticket, team),
    draftOf(db, ticket),
    Promise.all(framework.metrics.map(measure)),
  ]);
  const northStar = metrics.find((metric) => metric.role === 'north-star');
  if (!northStar) throw new Error(`Framework ${framework.id} has no North Star Metric.`);
  const inputs = metrics.filter((metric) => metric.role === 'input');
  return {
    state: 'ask',
    team,
    framework: { id: framework.id, version: framework.version, name: framework.name, sample: framework.sample ?? false },
    northStar,
    inputs,
    ...(tag ? { tag: shownTag(tag, { northStar, inputs }) } : {}),
    ...(draft === undefined ? {} : { draft }),
    alsoClaimed: others.map((other) => other.framework.name),
  };
}

/** A tag as the panel shows it: in words, so that a page needs no arithmetic to show it. */
function shownTag(row: TagRow, about: Pick<Question, 'northStar' | 'inputs'>): QuestionTag {
  const { what, why, impact } = answerLines(row.answer, about, row.effort);
  return {
    answer: row.answer,
    at: row.at,
    op: row.cells['answer']?.op ?? '',
    lines: { what, why, ...(impact && { angle: needleAngle(impact.mean, about.northStar), loss: impact.mean < 0 }) },
    ...(row.note === undefined ? {} : { note: row.note }),
    ...(row.effort === undefined ? {} : { effort: row.effort }),
    ...(row.evidence === undefined ? {} : { evidence: row.evidence }),
  };
}
