// Page health as it is told: what went well, and the report that can be copied. No schema here: it is told on tracker pages too.
import type { Health, Visit } from '../model/health.ts';

/** What of a visit went as it should: ticket, title, place, and rows where there are any. */
export function checksOf(visit: Visit): readonly { readonly part: 'ticket' | 'title' | 'place' | 'rows'; readonly good: boolean }[] {
  const { rows } = visit;
  return [
    { part: 'ticket', good: true },
    { part: 'title', good: visit.title !== 'none' },
    { part: 'place', good: visit.rung !== 'dock' },
    ...(rows ? [{ part: 'rows', good: rows.chips === rows.of } as const] : []),
  ];
}

/** What a report is made of. */
export interface Report {
  readonly version: string;
  readonly browser: string;
  readonly health: Health;
  /** When each place of a tracker was last seen by those who wrote it down, `2026-11`. */
  seen(tracker: string, rung: string): string | undefined;
}

/** The report, for the people who keep the places up to date: always in the same words, whatever the language. */
export function healthReport({ version, browser, health, seen }: Report): string {
  const lines = [`Azimuth ${version}, page health`, `browser: ${browser}`];
  for (const [name, { last, at, served }] of Object.entries(health).toSorted(([one], [other]) => one.localeCompare(other))) {
    const [tracker = ''] = name.split('/');
    const dated = (rung: string): string => (seen(tracker, rung) ? `${rung} (${seen(tracker, rung)})` : rung);
    const times = Object.entries(served).map(([rung, one]) => `${rung} ${one.times} times until ${one.last}`);
    lines.push(
      '',
      `${name}, ${at}`,
      `ticket: from the ${last.ticket}`,
      `title: ${last.title}`,
      `place: ${last.place}, ${dated(last.rung)}`,
      `tried: ${last.tried.map(dated).join(', ') || 'nothing else'}`,
      ...(last.rows ? [`rows: ${last.rows.chips} of ${last.rows.of} have a chip`] : []),
      ...(times.length > 0 ? [`served: ${times.join(', ')}`] : []),
    );
  }
  return lines.join('\n');
}

/** The browser's name and version, without anything that would tell one person's from another's. */
export function browserIn(agent: string): string {
  const [name] = /(?:Firefox|Edg|OPR)\/\d+/.exec(agent) ?? /(?:Chrome|Version)\/\d+/.exec(agent) ?? ['unknown'];
  return name.replace('/', ' ').replace('Version', 'Safari').replace('Edg', 'Edge');
}
