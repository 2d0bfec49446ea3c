// Loading the sample data, and taking it away again.
import { ticketKey } from '../model/ticket.ts';
import { SAMPLE_TAGS } from '../sample/tags.ts';
import { SAMPLE_TEAM, sampleFramework } from '../sample/planner.ts';
import { sampleReadings } from '../sample/readings.ts';
import type { Deed, Writer } from '../store/write.ts';

const DAY_MS = 86_400_000;

/** Stores the whole sample in one transaction; a second call starts it afresh. @param today ISO day */
export async function loadSample(writer: Writer, today: string): Promise<void> {
  await writer.forgetTeam(SAMPLE_TEAM);
  const framework = sampleFramework(today);
  const run = crypto.randomUUID().slice(0, 8);
  const deeds: Deed[] = [
    { request: `${run}-framework`, team: SAMPLE_TEAM, kind: 'framework', key: framework.id, set: { framework } },
    ...sampleReadings(today).map(
      ({ metric, date, value }): Deed => ({
        request: `${run}-${metric}-${date}`,
        team: SAMPLE_TEAM,
        kind: 'reading',
        key: `${framework.id}/${metric}/${date}`,
        set: { value, source: 'sample' },
      }),
    ),
    ...SAMPLE_TAGS.map(
      ({ ticket, title, daysAgo, answer, ...remarks }, i): Deed => ({
        request: `${run}-tag-${i}`,
        team: SAMPLE_TEAM,
        kind: 'tag',
        key: ticketKey(ticket),
        at: Date.parse(today) - daysAgo * DAY_MS,
        set: { answer, seen: { id: ticket, title }, deleted: false, ...remarks },
      }),
    ),
  ];
  await writer.write(deeds);
}

/** Takes away the sample's framework, readings and every answer given under it. */
export const removeSample = (writer: Writer): Promise<void> => writer.forgetTeam(SAMPLE_TEAM);
