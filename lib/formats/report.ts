// The report: one HTML file to hand around. Whoever gets it needs nothing installed; it has no scripts, asks for nothing
// from anywhere, and its own policy would not let it. All that people wrote is text in it, and nothing else.
import type { Estimate } from './estimates.ts';
import { each, type ExportContext, type ExportRow, type Format, type Rows } from './format.ts';
import { escaped, isWebAddress } from './html-text.ts';
import { courseChart, rangeBar, type Scale } from './report-chart.ts';
import type { ReportMetric, ReportPage, ReportStatus } from './report-page.ts';
import { REPORT_STYLE } from './report-style.ts';
import { createSums, type Sum } from './sums.ts';

/** Rows it shows at most: more belong into a spreadsheet. */
export const MOST_SHOWN = 1000;
const LONGEST_TITLE = 300;

const SPARK = { width: 96, height: 28 };
const LARGE = { width: 1032, height: 180 };

/** The policy's name for the one style there is. */
async function styleHash(): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(REPORT_STYLE)));
  return btoa(String.fromCharCode(...digest));
}

const policy = (hash: string): string => `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;

async function start({ telling }: ExportContext, { words }: ReportPage): Promise<string> {
  return (
    `<!doctype html>\n<html lang="${escaped(telling.language)}" dir="${telling.direction}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="${escaped(policy(await styleHash()))}">\n` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n' +
    `<title>${escaped(words.title)}</title>\n<style>${REPORT_STYLE}</style>\n</head>\n<body>\n<main>\n` +
    `<h1 dir="auto">${escaped(words.title)}</h1>\n<p class="muted small">${escaped(words.made)}</p>\n`
  );
}

function judged(status: ReportStatus): string {
  const figures = status.figures.map(
    ({ name, value, note, tone }) =>
      `<div><dt class="small muted">${escaped(name)}</dt><dd class="figure">${escaped(value)}</dd><dd class="small ${tone}">${escaped(note)}</dd></div>`,
  );
  const { heads } = status;
  const head = [heads.input, heads.now, heads.goals, heads.verdict, heads.age].map(
    (name, i) => `<th scope="col"${i === 1 || i === 2 ? ' class="num"' : ''}>${escaped(name)}</th>`,
  );
  const inputs = `<div class="scroll"><table><thead><tr>${head.join('')}<td></td></tr></thead><tbody>${status.inputs.map(inputRow).join('')}</tbody></table></div>\n`;
  return (
    `<div class="judged"><div><p class="small muted">${escaped(status.question)}</p><p class="word ${status.tone}">${escaped(status.word)}</p>` +
    `<p class="small muted">${escaped(status.rule)}</p></div><dl>${figures.join('')}</dl></div>\n` +
    `<p class="small" dir="auto">${escaped(status.northStar)}</p>\n${courseChart(status.course, LARGE.width, LARGE.height, escaped(status.chart))}\n` +
    (status.inputs.length > 0 ? inputs : '')
  );
}

const inputRow = ({ name, owner, now, goals, word, tone, age, stale, course }: ReportMetric): string =>
  `<tr><td dir="auto"><b>${escaped(name)}</b>${owner && `<br><span class="muted">${escaped(owner)}</span>`}</td><td class="num">${escaped(now)}</td>` +
  `<td class="num">${escaped(goals)}</td><td class="${tone}">${escaped(word)}</td><td class="${stale ? 'warn' : 'muted'}">${escaped(age)}</td>` +
  `<td>${courseChart(course, SPARK.width, SPARK.height)}</td></tr>`;

function ticketRow(estimate: ExportRow, rank: number, scale: Scale, { telling }: ExportContext, { good, words }: ReportPage): string {
  const { short, title, work, gain, range, effort, day } = telling.tell(estimate);
  const { about, believed, point } = telling.aside(estimate);
  const under = (text: string): string => text && `<br><span class="muted" dir="auto">${escaped(text)}</span>`;
  const name = escaped(short);
  const link = isWebAddress(estimate.url) ? `<a href="${escaped(estimate.url)}" rel="noopener noreferrer">${name}</a>` : name;
  const bar = estimate.gain ? rangeBar(estimate.gain, scale, good) : '';
  const sample = estimate.sample ? ` <span class="tag">${escaped(words.sample)}</span>` : '';
  return (
    `<tr><td class="num muted">${rank}</td><td class="title"><b dir="auto">${escaped(title.slice(0, LONGEST_TITLE))}</b>${link}${sample}${under(about.slice(0, LONGEST_TITLE))}</td>` +
    `<td dir="auto">${escaped(work)}</td><td>${bar}</td><td class="num"><b>${escaped(gain)}</b><br><span class="muted">${escaped(range)}</span>${under(believed)}</td>` +
    `<td class="num">${escaped(effort)}${under(point)}</td><td class="num muted">${escaped(day)}</td></tr>\n`
  );
}

/** One bold guess must not press all others flat: beyond five times the middle one a bar ends at the edge. */
function scaleOf(shown: readonly Estimate[]): Scale {
  const gains = shown.flatMap(({ gain }) => (gain ? [gain] : []));
  const sizes = gains.map(({ p10, p90 }) => Math.max(Math.abs(p10), Math.abs(p90))).sort((a, b) => a - b);
  const most = 5 * (sizes[Math.floor(sizes.length / 2)] ?? 0);
  return {
    from: Math.max(-most, Math.min(0, ...gains.map(({ p10 }) => p10))),
    to: Math.min(most, Math.max(0, ...gains.map(({ p90 }) => p90))),
  };
}

function sumTable(
  title: string,
  sums: readonly Sum[],
  value: (sum: Sum) => string,
  name: (sum: Sum) => string,
  tickets: (count: number) => string,
): string {
  if (sums.length === 0) return '';
  const rows = sums.map(
    (sum) =>
      `<tr><td dir="auto">${escaped(name(sum))}</td><td class="num muted">${escaped(tickets(sum.tickets))}</td><td class="num"><b>${escaped(value(sum))}</b></td></tr>`,
  );
  return `<section><h2>${escaped(title)}</h2><table><tbody>${rows.join('')}</tbody></table></section>`;
}

async function* page(rows: Rows, context: ExportContext, { status, ...rest }: ReportPage): AsyncGenerator<string> {
  const { words } = rest;
  yield await start(context, { ...rest });
  if (status) yield judged(status);
  const shown: ExportRow[] = [];
  const sums = createSums(context.frameworks, context.counts);
  let all = 0;
  for await (const estimate of each(rows, context)) {
    sums.add(estimate);
    if (all++ < MOST_SHOWN) shown.push(estimate);
  }
  yield `<h2>${escaped(words.list)}</h2>\n`;
  if (all === 0) yield `<p class="muted">${escaped(words.nothing)}</p>\n`;
  if (all > shown.length) yield `<p class="small muted">${escaped(words.cut(shown.length, all))}</p>\n`;
  if (all > 0) {
    const { heads } = context.telling;
    const numbers = [heads.gain, heads.effort, heads.day].map((name) => `<th scope="col" class="num">${escaped(name)}</th>`);
    yield `<div class="scroll"><table><thead><tr><th scope="col" class="num">#</th><th scope="col">${escaped(heads.title)}</th><th scope="col">${escaped(heads.work)}</th><td></td>${numbers.join('')}</tr></thead><tbody>\n`;
    const scale = scaleOf(shown);
    for (const [i, estimate] of shown.entries()) yield ticketRow(estimate, i + 1, scale, context, rest);
    yield '</tbody></table></div>\n';
  }
  const list = sums.list();
  const gained = list.filter(({ kind, gain }) => kind === 'input' && gain !== undefined);
  const others = list.filter(({ kind }) => kind === 'reason');
  yield `<div class="two">${sumTable(
    words.byInput,
    gained,
    ({ gain = 0, unit }) => words.gain(gain, unit),
    ({ name }) => name,
    words.tickets,
  )}${sumTable(
    words.byReason,
    others,
    ({ effort }) => (effort > 0 ? words.effort(effort) : ''),
    ({ name }) => words.reason(name),
    words.tickets,
  )}</div>\n`;
  yield `<footer class="small muted">${escaped(words.meaning)}</footer>\n</main>\n</body>\n</html>\n`;
}

export const report: Format = {
  id: 'report',
  stem: 'report',
  extension: 'html',
  type: 'text/html;charset=utf-8',
  most: MOST_SHOWN,
  tellsBeside: true,
  write: (rows, context) => page(rows, context, context.page),
};
