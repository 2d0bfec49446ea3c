// A hybrid logical clock: wall time that never runs backwards, with a counter for what happens within one
// millisecond and the device to break ties. As text it sorts the way things happened.

/** 12 hex digits of milliseconds, 4 of counter, 16 of device. Compare as text. */
export type Hlc = string;

const HIGHEST_COUNT = 0xffff;
const hex = (n: number, width: number): string => n.toString(16).padStart(width, '0');

export const millisOf = (hlc: Hlc): number => Number.parseInt(hlc.slice(0, 12), 16);
const countOf = (hlc: Hlc): number => Number.parseInt(hlc.slice(12, 16), 16);

/**
 * The stamp of the next thing this device does.
 * @param last the highest stamp this device has given or seen, `undefined` at first
 * @param now wall clock, ms since 1970; may have jumped back, the stamp does not
 * @param device 16 hex digits
 */
export function tick(last: Hlc | undefined, now: number, device: string): Hlc {
  const before = last === undefined ? 0 : millisOf(last);
  if (now > before) return hex(now, 12) + hex(0, 4) + device;
  const count = countOf(last ?? '') + 1;
  return count > HIGHEST_COUNT ? hex(before + 1, 12) + hex(0, 4) + device : hex(before, 12) + hex(count, 4) + device;
}

/** The stamp to remember after seeing another device's: whatever comes next here sorts after it. */
export const seen = (last: Hlc | undefined, other: Hlc): Hlc => (last !== undefined && last > other ? last : other);

/** When something was given, ISO: what was said of it (sample data, imports, undo), or else when it was stored. */
export const whenGiven = (hlc: Hlc, said: unknown): string =>
  typeof said === 'string' && !Number.isNaN(Date.parse(said)) ? said : new Date(millisOf(hlc)).toISOString();
