// What the panel needs only where a page has none of the known places: further places, and at the edge its corner,
// being moved, and page health. Brought in when it comes to that.
import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '../components/panel/dock.css?inline';
import { HealthView } from '../components/panel/health.tsx';
import type { Visit } from '../lib/model/health.ts';
import { dayHere } from '../lib/model/day.ts';
import type { Corner } from '../lib/model/preferences.ts';
import { cornerFor, type Docked, letDrag, standAt, steppedBy } from '../lib/page/dock.ts';
import { visitOf } from '../lib/page/health.ts';
import { dress } from '../lib/page/mount.ts';
import { api } from '../lib/page/runtime.ts';
import { browserIn, healthReport } from '../lib/phrases/health.ts';
import { morePlaces } from '../lib/trackers/more-places.ts';
import { surfaceAt } from '../lib/trackers/surfaces.ts';

/** A panel that is at the edge for so long has found no place; before, it may only be on its way. */
const DOCKED_FOR_MS = 2500;

export default defineUnlistedScript(() => {
  const seat = globalThis.azimuth;
  if (!seat || seat.dock) return;
  let now: Docked | undefined;
  /** Where it was put by hand, in this stay. */
  let at: Corner | undefined;

  function moved(to: Corner): void {
    at = to;
    if (!now) return;
    const { stay, standing } = now;
    seat?.ask({ ask: 'stand', ticket: stay.ticket, dock: standing.dock, at: to }).catch(() => {});
  }

  seat.dock = {
    places: morePlaces,
    take: (docked) => {
      const { element, root, stay, pages, standing, placed } = docked;
      if (!now) dress(root, css);
      const first = now?.stay !== stay;
      now = docked;
      if (first) {
        at = undefined;
        letDrag(element, root, moved, stay.signal);
      }
      // Only where it is to stay: what may yet find its place in the page does not jump about.
      const free = first && placed.rung === 'edge' ? cornerFor(element, pages.scope(document, stay.ticket)) : undefined;
      if (free?.covers && !at && !standing.at) docked.folded.value = true;
      const corner = at ?? standing.at ?? free?.corner;
      if (corner) standAt(element, corner);
      else if (first) element.removeAttribute('data-at');
      const draw = (): void => drawHealth(docked, visitOf(seat, stay, pages, placed));
      draw();
      setTimeout(() => {
        if (stay.signal.aborted || element.dataset['rung'] !== placed.rung) return;
        docked.tellHealth(placed);
        draw();
      }, DOCKED_FOR_MS);
    },
    key: (event) => {
      if (!now || !event.isTrusted || !now.root.activeElement?.matches('.grip')) return false;
      const to = steppedBy(event.key, event.shiftKey, now.element);
      if (!to) return false;
      event.preventDefault();
      standAt(now.element, to);
      moved(to);
      return true;
    },
  };
});

function drawHealth(docked: Docked, visit: Visit): void {
  const place = docked.root.querySelector('.health');
  if (!place) return;
  const { stay, actions, lookAgain } = docked;
  const copy = (): void => actions.copy(report(docked, visit));
  render(<HealthView visit={visit} ticket={stay.ticket} copy={copy} lookAgain={lookAgain} />, place);
}

function report({ pages }: Docked, visit: Visit): string {
  return healthReport({
    version: api.runtime.getManifest().version,
    browser: browserIn(navigator.userAgent),
    health: { [`${pages.id}/${surfaceAt(location.href)}`]: { last: visit, at: dayHere(new Date()), served: {} } },
    seen: (_, rung) => [...pages.rungs, ...morePlaces(pages.id)].find(({ name }) => name === rung)?.seen,
  });
}
