// The arithmetic of the form, brought in when somebody reaches for it.
import type { Signal } from '@preact/signals-core';
import type { MeaningOf } from '../state/meaning.ts';
import type { Seat } from './seat.ts';

/** Brings it in, once for all who ask meanwhile, unless it is there; the result says whether it is. */
export function bringMeaning(seat: Seat, arithmetic: Signal<MeaningOf | undefined>): () => Promise<boolean> {
  let bringing: Promise<boolean> | undefined;
  async function bring(): Promise<boolean> {
    if (!seat.meaningOf)
      await seat.ask({ ask: 'meaning' }).catch((gone: unknown) => {
        if (!seat.alive()) throw gone;
      });
    arithmetic.value = seat.meaningOf;
    return Boolean(seat.meaningOf);
  }
  return () => (bringing ??= bring().finally(() => (bringing = undefined)));
}
