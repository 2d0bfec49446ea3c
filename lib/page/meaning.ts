// The arithmetic of the form, brought in when somebody reaches for it.
import type { MeaningOf } from '../state/meaning.ts';
import type { Seat } from './seat.ts';

/**
 * Brings it in once; the result says whether it is there.
 * @param came called with it each time it was asked for anew
 */
export function bringMeaning(seat: Seat, came: (meaning: MeaningOf | undefined) => void): () => Promise<boolean> {
  let bringing: Promise<boolean> | undefined;
  return () =>
    (bringing ??= seat.ask({ ask: 'meaning' }).then(
      () => {
        came(seat.meaningOf);
        // Refused: asked for again when it is next needed.
        if (!seat.meaningOf) bringing = undefined;
        return Boolean(seat.meaningOf);
      },
      (gone: unknown) => {
        bringing = undefined;
        if (!seat.alive()) throw gone;
        return false;
      },
    ));
}
