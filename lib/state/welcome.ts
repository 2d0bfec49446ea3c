// What the welcome page needs to know: which steps are done, and what the sample holds.
import type { Site } from '../model/site.ts';
import type { Db } from '../store/db.ts';
import { frameworks, readingsOf, sitesIn, tagsByAge } from '../store/read.ts';
import { ticketAt } from '../trackers/addresses.ts';
import { claimFrom } from './claim-text.ts';
import { statusOf, type StatusModel } from './status.ts';

export interface SampleHeld {
  readonly name: string;
  readonly inputs: number;
  readonly readings: number;
  readonly answers: number;
}

export interface WelcomeModel {
  /** Counted from what is stored, not from what was meant to be loaded. */
  readonly sample: SampleHeld | undefined;
  /** The framework the steps speak of: one's own, else the sample. */
  readonly status: StatusModel | undefined;
  /** Answers given outside the sample. */
  readonly answers: number;
  /** ISO day. */
  readonly today: string;
  /** A ticket that is open in another tab, and where it lives. */
  readonly ticket: string | undefined;
  readonly place: string | undefined;
}

/** The address of a ticket among those of open tabs, the one looked at last first; else of any page of a tracker. */
export function beginsAt(addresses: readonly string[], sites: readonly Site[] = []): Pick<WelcomeModel, 'ticket' | 'place'> {
  const ticket = addresses.find((address) => ticketAt(address, sites) !== undefined);
  const claims = (ticket ? [ticket] : addresses).map((one) => claimFrom(one, sites));
  const found = claims.find((claim) => claim.ok);
  return { ticket, place: found?.claim };
}

/** @param today ISO day @param addresses of the trackers' pages in open tabs, the one looked at last first */
export async function loadWelcome(db: Db, today: string, addresses: readonly string[] = []): Promise<WelcomeModel> {
  const [rows, tags, sites] = await Promise.all([frameworks(db), tagsByAge(db), sitesIn(db)]);
  const sample = rows.find(({ framework }) => framework.sample);
  const shown = rows.find(({ framework }) => !framework.sample) ?? sample;
  const held = sample && (await readingsOf(db, sample.team, sample.framework));
  return {
    sample: sample &&
      held && {
        name: sample.framework.name,
        inputs: sample.framework.metrics.filter(({ role }) => role === 'input').length,
        readings: [...held.values()].reduce((sum, list) => sum + list.length, 0),
        answers: tags.filter(({ team }) => team === sample.team).length,
      },
    status: shown && statusOf(shown, await readingsOf(db, shown.team, shown.framework), today),
    answers: tags.filter(({ team }) => team !== sample?.team).length,
    today,
    ...beginsAt(addresses, sites),
  };
}
