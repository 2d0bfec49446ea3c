// The arithmetic behind the panel's form: the background brings it in when somebody begins to answer.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '../components/panel/strip.css?inline';
import { remember } from '../lib/say.ts';
import type { Seat } from '../lib/page/seat.ts';
import { meaningOf } from '../lib/state/meaning.ts';

export default defineUnlistedScript(() => {
  // What was typed is still read out after an update of the extension, when the browser tells no words any more.
  remember('onInput', 'range', 'effectChance');
  if (globalThis.azimuth) Object.assign(globalThis.azimuth, { meaningOf, meaningCss: css } satisfies Partial<Seat>);
});
