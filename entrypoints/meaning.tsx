// The arithmetic behind the panel's form, and what draws it: the background brings it in when somebody begins to answer. With
// it comes what reads what else the page says of the ticket.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '../components/panel/meaning.css?inline';
import { Means } from '../components/panel/meaning.tsx';
import { Sizes } from '../components/panel/sizes.tsx';
import { remember } from '../lib/say.ts';
import { tellPageFacts } from '../lib/page/page-facts.ts';
import type { Seat, Stay } from '../lib/page/seat.ts';
import { type MeaningOf, meaningOf } from '../lib/state/meaning.ts';

export default defineUnlistedScript(() => {
  // What was typed is still read out after an update of the extension, when the browser tells no words any more.
  remember('onInput', 'range', 'effectChance');
  const seat = globalThis.azimuth;
  if (!seat) return;
  let told: Stay | undefined;
  /** A form that is worked out is a ticket somebody answers: once for each. */
  const drawn: MeaningOf = (...form) => {
    if (seat.stay && told !== seat.stay) {
      told = seat.stay;
      setTimeout(() => seat.stay === told && tellPageFacts(seat));
    }
    return { ...meaningOf(...form), views: { Means, Sizes } };
  };
  Object.assign(seat, { meaningOf: drawn, meaningCss: css } satisfies Partial<Seat>);
});
