// npm run bench:readings: one reading written with many stored, and as many imported as a file may hold. The write is timed from
// the message to its answer, when it is on disk; the import from the first chunk to the last, as the dashboard sends them.
import { buildUnlessNamed } from './build.ts';
import { median, print, range } from './figures.ts';
import { type Stored, send, today, withStored } from './stored.ts';

const ROUNDS = 20;
const WARM = 3;
const ROWS = 200_000;
const CHUNK = 500;
const WEEKS = [26, 520];

/** ms for each of some readings of one metric, each a correction of today's. */
function typed({ desk, framework, team }: Stored, rounds: number): Promise<number[]> {
  return desk.evaluate(
    async ({ rounds: times, ...message }) => {
      const taken: number[] = [];
      for (let i = 0; i < times; i++) {
        const start = performance.now();
        const reading = { ...message.reading, value: 7001 + i };
        await chrome.runtime.sendMessage({ request: crypto.randomUUID(), ...message, reading });
        taken.push(performance.now() - start);
      }
      return taken;
    },
    {
      rounds,
      ask: 'logReading',
      team,
      reading: { framework: framework.id, metric: 'weekly-active-teams', date: today(), value: 0, source: 'typed' },
    },
  );
}

/** ms for each chunk of an import of one value a day, backwards from today, metric after metric. */
async function imported({ desk, framework, team }: Stored, rows: number): Promise<number[]> {
  const id = crypto.randomUUID();
  const each = Math.ceil(rows / framework.metrics.length);
  const reading = (i: number): unknown => ({
    metric: framework.metrics[Math.floor(i / each)]?.id,
    date: new Date(Date.parse(today()) - (i % each) * 86_400_000).toISOString().slice(0, 10),
    value: 20 + ((i * 7919) % 97) / 10,
    origin: `large.csv:${i + 2}`,
  });
  const taken: number[] = [];
  for (let from = 0; from < rows; from += CHUNK) {
    const readings = Array.from({ length: Math.min(CHUNK, rows - from) }, (_, i) => reading(from + i));
    const start = performance.now();
    const last = from + CHUNK >= rows;
    const message = {
      ask: 'importReadings',
      request: `${id}-${from / CHUNK}`,
      team,
      framework: framework.id,
      readings,
      ...(last ? {} : {}),
    };
    const done = await send(desk, message);
    if (done.state !== 'done') throw new Error(`The readings were not stored: ${JSON.stringify(done)}`);
    taken.push(performance.now() - start);
  }
  return taken;
}

buildUnlessNamed();
for (const weeks of WEEKS) {
  const party = await withStored(10, weeks);
  try {
    await typed(party, WARM);
    const taken = await typed(party, ROUNDS);
    print(`reading written, on disk, ${weeks} weeks`, median(taken), 'ms', [], range(taken));
    if (weeks !== WEEKS.at(-1)) continue;
    const chunks = await imported(party, ROWS);
    const sum = chunks.reduce((all, one) => all + one, 0) / 1000;
    print(`${ROWS.toLocaleString('en')} readings imported`, sum, 's', [], `a chunk ${range(chunks)} ms`);
  } finally {
    await party.stage.close();
  }
}
