// The feed as a page: no scripts, nothing from elsewhere.
import type { Feed } from './feed.ts';

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}caption{text-align:start;font-weight:600;padding:.5rem 0}
th,td{text-align:start;padding:.4rem .75rem .4rem 0;border-bottom:1px solid color-mix(in srgb,currentColor 20%,transparent)}
td.number,th.number{text-align:end}tr.north-star{font-weight:600}footer{margin-top:2rem;font-size:.875rem}`;

const WORDS = { winning: 'Winning', close: 'Close', losing: 'Behind', unknown: 'Not known' } as const;
const numbers = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });
const cell = (text: string, kind = ''): string => `<td${kind && ` class="${kind}"`}>${escape(text)}</td>`;

function metricRow({ role, name, unit, value, date, target, verdict }: Feed['frameworks'][number]['metrics'][number]): string {
  const shown = (amount: number | undefined): string => (amount === undefined ? '–' : `${numbers.format(amount)} ${unit}`.trim());
  const parts = [
    cell(name),
    cell(shown(value), 'number'),
    cell(date ?? '–'),
    cell(shown(target?.value), 'number'),
    cell(target?.date ?? '–'),
  ];
  return `<tr class="${role}">${parts.join('')}${cell(WORDS[verdict])}</tr>`;
}

export function feedPage({ team, at, frameworks }: Feed): string {
  const head = ['Metric', 'Now', 'As of', 'Target', 'By', 'On pace?'].map(
    (name, i) => `<th scope="col"${i === 1 || i === 3 ? ' class="number"' : ''}>${name}</th>`,
  );
  const tables = frameworks.map(
    ({ name, metrics, answered, notNorthStar }) =>
      `<table><caption>${escape(name)}</caption><thead><tr>${head.join('')}</tr></thead><tbody>${metrics.map(metricRow).join('')}</tbody></table>
<p>${answered} tickets answered, ${notNorthStar} of them not North Star work.</p>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${escape(team)}: North Star</title><style>${STYLE}</style></head><body><main><h1>${escape(team)}</h1>
${tables.join('\n') || '<p>No framework yet.</p>'}</main><footer>As of ${escape(at.slice(0, 16).replace('T', ' '))} UTC. Azimuth.</footer></body></html>`;
}
