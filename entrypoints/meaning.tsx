// The arithmetic behind the panel's form, and what draws it: the background brings it in when somebody begins to answer.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '../components/panel/meaning.css?inline';
import { Means } from '../components/panel/meaning.tsx';
import { Sizes } from '../components/panel/sizes.tsx';
import { remember } from '../lib/say.ts';
import type { Seat } from '../lib/page/seat.ts';
import { type MeaningOf, meaningOf } from '../lib/state/meaning.ts';

const drawn: MeaningOf = (...form) => ({ ...meaningOf(...form), views: { Means, Sizes } });

export default defineUnlistedScript(() => {
  // What was typed is still read out after an update of the extension, when the browser tells no words any more.
  remember('onInput', 'range', 'effectChance');
  if (globalThis.azimuth) Object.assign(globalThis.azimuth, { meaningOf: drawn, meaningCss: css } satisfies Partial<Seat>);
});
