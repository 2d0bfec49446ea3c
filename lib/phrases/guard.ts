// How a guardrail stands, in words.
import { guardOf } from '../impact/guard.ts';
import { formatReading } from '../impact/shown.ts';
import { say } from '../say.ts';
import { gapPhrase, type Standing, type Tone } from './verdict.ts';

const TONES = { kept: 'ok', close: 'warn', broken: 'bad' } as const;

/** "2.2 under the limit" and its tone; `undefined` for what has no limit or no reading. */
export function guardPhrase({ metric, last, sigma, digits }: Standing): { readonly text: string; readonly tone: Tone } | undefined {
  const guard = guardOf(metric, last?.value, sigma);
  if (!guard) return undefined;
  const gap = gapPhrase(metric, Number(guard.room.toFixed(digits)));
  const past = guard.room < 0 ? 'statusPastLimit' : metric.direction === 'down' ? 'statusUnderLimit' : 'statusOverLimit';
  return { text: say(past, gap), tone: TONES[guard.state] };
}

/** The guardrails that are broken, in one sentence; `undefined` where none is. */
export function brokenPhrase(all: readonly Standing[]): string | undefined {
  const broken = all.flatMap(({ metric, last, sigma }) => {
    const guard = guardOf(metric, last?.value, sigma);
    if (guard?.state !== 'broken' || !last) return [];
    return [say('statusBrokenOne', metric.name, formatReading(metric, last.value), formatReading(metric, guard.limit))];
  });
  if (broken.length === 0) return undefined;
  return say(broken.length === 1 ? 'statusBroken' : 'statusBrokenMany', broken.join('; '));
}
