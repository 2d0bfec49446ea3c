// The arithmetic behind the panel's form: the background brings it in when somebody begins to answer.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type {} from '../lib/page/seat.ts';
import { meaningOf } from '../lib/state/meaning.ts';

export default defineUnlistedScript(() => {
  if (globalThis.azimuth) globalThis.azimuth.meaningOf = meaningOf;
});
