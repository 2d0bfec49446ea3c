// How much is stored.
import { formatNumber } from '../../lib/impact/shown.ts';
import { say } from '../../lib/say.ts';

export interface Held {
  readonly tags: number;
  readonly frameworks: number;
  readonly readings: number;
  readonly ops: number;
  readonly drafts: number;
  /** Bytes on disk as the browser says; `undefined` where it does not. */
  readonly bytes: number | undefined;
}

export function Amounts({ held }: { held: Held }) {
  const rows = [
    [say('settingsAnswers'), formatNumber(held.tags)],
    [say('settingsFrameworks'), formatNumber(held.frameworks)],
    [say('settingsReadings'), formatNumber(held.readings)],
    [say('settingsOps'), formatNumber(held.ops)],
    [say('settingsDrafts'), formatNumber(held.drafts)],
    ...(held.bytes === undefined
      ? []
      : [[say('settingsSize'), say('settingsMegabytes', formatNumber(Math.max(0.1, Math.round(held.bytes / 100_000) / 10)))]]),
  ];
  return (
    <dl>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
