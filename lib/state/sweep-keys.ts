// The keys of a sweep: one for each step. The same on a tracker's list and on the dashboard.

export type SweepCommand =
  | { readonly do: 'pick' | 'size'; readonly index: number }
  | { readonly do: 'step'; readonly by: -1 | 1 }
  | { readonly do: 'other' | 'save' | 'type' | 'skip' | 'back' | 'undo' | 'open' | 'all' | 'onward' | 'leave' | 'stop' };

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>;

/** By place and not by word, so that they are the same in every language. */
export const SIZE_KEYS = ['a', 's', 'd', 'f'] as const;
const LETTERS: Readonly<Record<string, SweepCommand>> = {
  '0': { do: 'other' },
  t: { do: 'type' },
  j: { do: 'skip' },
  k: { do: 'back' },
  u: { do: 'undo' },
  o: { do: 'open' },
  p: { do: 'all' },
  n: { do: 'onward' },
  Enter: { do: 'save' },
  Escape: { do: 'stop' },
  ArrowLeft: { do: 'step', by: -1 },
  ArrowRight: { do: 'step', by: 1 },
};

/**
 * What a key means; `undefined` leaves it to the browser.
 * @param where in the box for a range letters are letters; on a button Enter and Space press it
 */
export function sweepCommand(
  { key, ctrlKey, metaKey, altKey, isComposing }: Key,
  where: 'walk' | 'text' | 'button',
): SweepCommand | undefined {
  if (isComposing || ctrlKey || metaKey || altKey) return undefined;
  if (where === 'text') return key === 'Enter' ? { do: 'save' } : key === 'Escape' ? { do: 'leave' } : undefined;
  if (where === 'button' && key === 'Enter') return undefined;
  if (/^[1-9]$/.test(key)) return { do: 'pick', index: Number(key) - 1 };
  const letter = key.length === 1 ? key.toLowerCase() : key;
  const size = SIZE_KEYS.findIndex((one) => one === letter);
  return size >= 0 ? { do: 'size', index: size } : Object.hasOwn(LETTERS, letter) ? LETTERS[letter] : undefined;
}
