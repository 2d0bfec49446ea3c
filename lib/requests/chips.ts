// What the chips of a list say: many tickets at once, from what is kept at a glance.
import type { Measured, ChipValue } from '../ask.ts';
import { needleAngle } from '../impact/needle.ts';
import { impactOf } from '../impact/impact.ts';
import { type Ground, groundOf, pricerOf } from '../impact/pricing.ts';
import { formatSigned, roundShown } from '../impact/shown.ts';
import { type Tracker, wanted } from '../model/preferences.ts';
import { teamAnswer } from '../impact/team.ts';
import type { Answer } from '../model/tag.ts';
import { ticketKey } from '../model/ticket.ts';
import { answerLines, gainPhrase, reasonPhrase, shortName } from '../phrases/answer.ts';
import { teamLine } from '../phrases/team-value.ts';
import { say } from '../say.ts';
import { viewerOf } from '../state/viewer.ts';
import type { Db, TagRow } from '../store/db.ts';
import type { Glance } from '../store/glance.ts';
import { answersTo, atAGlance, claiming, frameworks, preferencesOf, saidNever } from '../store/read.ts';

const open = (): ChipValue => ({ kind: 'open', label: '', mean: '', spoken: say('chipOpen') });

/** Whether chips are wanted on a tracker's pages: where a framework could ask about a row, and the user has not said no. */
export const chipsWanted = async (db: Db, tracker: Tracker | undefined): Promise<boolean> =>
  tracker !== undefined && wanted(await preferencesOf(db), tracker, 'list') && (await frameworks(db)).length > 0;

/**
 * What a chip says for each ticket, in their order; `null` where none is wanted: no framework asks there, or "never here".
 * @param today ISO day
 */
export async function chipValues(db: Db, tickets: readonly string[], today: string): Promise<(ChipValue | null)[]> {
  const { glances, never, person, aliases } = await atAGlance(db);
  const asked = tickets.map((ticket) => (saidNever(never, ticket, aliases) ? undefined : claiming(glances, ticket, aliases)[0]));
  const viewer = await viewerOf(db);
  const tags = db.transaction('tags').store;
  const rows = await Promise.all(
    tickets.map(async (ticket, i): Promise<readonly TagRow[]> => {
      const team = asked[i]?.team;
      if (team === undefined || person === undefined) return [];
      if (team === viewer?.team) return answersTo(tags, team, ticket);
      const own = await tags.get([team, ticketKey(ticket), person]);
      return own ? [own] : [];
    }),
  );
  const grounds = new Map<Glance, Ground>();
  const groundUnder = (glance: Glance): Ground => {
    const known = grounds.get(glance) ?? groundOf(glance.framework, (metric) => newest(glance, metric, today));
    grounds.set(glance, known);
    return known;
  };
  return asked.map((glance, i) => {
    const all = rows[i] ?? [];
    const own = all.find((row) => row.person === person);
    // A row that only others answered is still to be answered: it looks so, and a sweep stops at it.
    return glance ? valueOf(own, all, () => groundUnder(glance)) : null;
  });
}

const newest = ({ courses }: Glance, metric: string, today: string): number | undefined =>
  courses[metric]?.points.findLast(({ date }) => date <= today)?.value;

/** @param all of the team, this person's among them */
function valueOf(row: TagRow | undefined, all: readonly TagRow[], ground: () => Ground): ChipValue {
  if (!row) return open();
  const about = ground();
  const answers = all.map(({ answer }) => answer);
  const team = answers.length > 1 ? teamAnswer(answers) : undefined;
  const own = answerLines(row.answer, about, row.effort);
  const said = teamLine(answers, about);
  const terms = team && team.effects.length > 0 ? pricerOf(about)(team.effects) : undefined;
  if (!team || !terms) return shownAs(row.answer, { ...own, why: said ? `${own.why}. ${said}` : own.why }, about);
  const impact = impactOf(terms);
  const lines = { what: gainPhrase(impact, about.northStar).gain, why: said ?? '', impact };
  return shownAs({ kind: 'effects', effects: team.effects }, lines, about);
}

type Answered =
  | Pick<Extract<Answer, { kind: 'not-north-star' }>, 'kind' | 'reason'>
  | { readonly kind: 'effects'; readonly effects: readonly { readonly input: string }[] };

function shownAs(answer: Answered, { what, why, impact }: ReturnType<typeof answerLines>, about: Ground): ChipValue {
  if (answer.kind === 'not-north-star') return answered('other', reasonPhrase(answer.reason), { what, why });
  const moved = answer.effects.map(({ input }) => about.inputs.find(({ id }): boolean => id === input)) as (Measured | undefined)[];
  const [only] = moved;
  const label = moved.length > 1 ? say('chipInputs', moved.length) : only ? shortName(only) : say('inputGone');
  if (!impact) return answered('effects', label, { what, why });
  return {
    ...answered('effects', label, { what, why }),
    mean: formatSigned(roundShown(impact).mean),
    angle: needleAngle(impact.mean, about.northStar),
    loss: impact.mean < 0,
    range: [impact.p10, impact.mean, impact.p90],
  };
}

const answered = (kind: ChipValue['kind'], label: string, lines: { readonly what: string; readonly why: string }): ChipValue => ({
  ...{ kind, label, ...lines, mean: '' },
  spoken: say('chipAnswered', `${label}, ${lines.what}`),
});
