// Rows by their shape: brought in where a list links to tickets outside of every row that is known by its marks.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { rowsByShape } from '../lib/page/chip-shapes.ts';
import { moreLists } from '../lib/trackers/more-lists.ts';

export default defineUnlistedScript(() => {
  const seat = globalThis.azimuth;
  if (seat) seat.shapes = (known) => rowsByShape(document, known, moreLists(seat.lists?.id ?? ''));
});
