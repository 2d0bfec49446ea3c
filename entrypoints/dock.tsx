// What the panel needs only at the edge of a page: its corner, being moved, and page health. Brought in when it gets there.
import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { HealthView } from '../components/panel/health.tsx';
import { cornerFor, type Docked, letDrag, standAt, steppedBy } from '../lib/page/dock.ts';
import { api } from '../lib/page/runtime.ts';
import { browserIn, healthReport } from '../lib/phrases/health.ts';
import { dayHere } from '../lib/model/day.ts';
import { surfaceAt } from '../lib/trackers/surfaces.ts';

export default defineUnlistedScript(() => {
  const seat = globalThis.azimuth;
  if (!seat || seat.dock) return;
  let now: Docked | undefined;

  seat.dock = {
    take: (docked) => {
      const { element, root, signal } = docked;
      const first = now?.signal !== signal;
      now = docked;
      const corner = docked.at ?? (first ? cornerFor(element, docked.scope) : undefined);
      if (corner) standAt(element, corner);
      if (first) letDrag(element, root, (at) => now?.moved(at), signal);
      const place = root.querySelector('.health');
      if (place) render(<HealthView visit={docked.visit} ticket={docked.ticket} report={() => report(docked)} docked={docked} />, place);
    },
    key: (event) => {
      if (!now || !event.isTrusted || !now.root.activeElement?.matches('.grip')) return false;
      const at = steppedBy(event.key, event.shiftKey, now.element);
      if (!at) return false;
      event.preventDefault();
      standAt(now.element, at);
      now.moved(at);
      return true;
    },
  };
});

function report({ ticket, visit, seen }: Docked): string {
  const surface = surfaceAt(location.href);
  const tracker = ticket.slice(0, ticket.indexOf(':'));
  return healthReport({
    version: api.runtime.getManifest().version,
    browser: browserIn(navigator.userAgent),
    health: { [`${tracker}/${surface}`]: { last: visit, at: dayHere(new Date()), served: {} } },
    seen: (_, rung) => seen(rung),
  });
}
