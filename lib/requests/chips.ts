// What the chips of a list say: many tickets at once, from what is kept at a glance.
import type { Measured, ChipValue } from '../ask.ts';
import { needleAngle } from '../impact/needle.ts';
import { type Ground, groundOf } from '../impact/pricing.ts';
import { formatSigned, roundShown } from '../impact/shown.ts';
import { type Tracker, wanted } from '../model/preferences.ts';
import { covers, placeOf, ticketKey } from '../model/ticket.ts';
import { answerLines, reasonPhrase, shortName } from '../phrases/answer.ts';
import { say } from '../say.ts';
import type { Db, TagRow } from '../store/db.ts';
import type { Glance } from '../store/glance.ts';
import { atAGlance, claiming, frameworks, preferencesOf } from '../store/read.ts';

const open = (): ChipValue => ({ kind: 'open', label: '', mean: '', spoken: say('chipOpen') });

/** Whether chips are wanted on a tracker's pages: where a framework could ask about a row, and the user has not said no. */
export const chipsWanted = async (db: Db, tracker: Tracker | undefined): Promise<boolean> =>
  tracker !== undefined && wanted(await preferencesOf(db), tracker, 'list') && (await frameworks(db)).length > 0;

/**
 * What a chip says for each ticket, in their order; `null` where none is wanted: no framework asks there, or "never here".
 * @param today ISO day
 */
export async function chipValues(db: Db, tickets: readonly string[], today: string): Promise<(ChipValue | null)[]> {
  const { glances, never, person } = await atAGlance(db);
  const asked = tickets.map((ticket) => (never.some((one) => covers(one, placeOf(ticket))) ? undefined : claiming(glances, ticket)[0]));
  const tags = db.transaction('tags').store;
  const rows = await Promise.all(
    tickets.map((ticket, i): Promise<TagRow | undefined> | undefined => {
      const team = asked[i]?.team;
      return team === undefined || person === undefined ? undefined : tags.get([team, ticketKey(ticket), person]);
    }),
  );
  const grounds = new Map<Glance, Ground>();
  const groundUnder = (glance: Glance): Ground => {
    const known = grounds.get(glance) ?? groundOf(glance.framework, (metric) => newest(glance, metric, today));
    grounds.set(glance, known);
    return known;
  };
  return asked.map((glance, i) => (glance ? valueOf(rows[i], () => groundUnder(glance)) : null));
}

const newest = ({ courses }: Glance, metric: string, today: string): number | undefined =>
  courses[metric]?.points.findLast(({ date }) => date <= today)?.value;

function valueOf(row: TagRow | undefined, ground: () => Ground): ChipValue {
  if (!row) return open();
  const { answer } = row;
  const about = ground();
  const { what, why, impact } = answerLines(answer, about, row.effort);
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
  };
}

const answered = (kind: ChipValue['kind'], label: string, lines: { readonly what: string; readonly why: string }): ChipValue => ({
  ...{ kind, label, ...lines, mean: '' },
  spoken: say('chipAnswered', `${label}, ${lines.what}`),
});
