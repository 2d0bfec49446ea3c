// What is seen of the panel in a page, at every moment at which something changes in it.
import type { Seen } from './orders.ts';
import type { Origin } from './origin.ts';

export interface Watch {
  look(): void;
  seen(): Seen;
}

export function watchPanel(origin: Origin): Watch {
  const tickets = new Set<string>();
  const wrong = new Set<string>();
  let most = 0;
  let first: number | undefined;
  let column: number | undefined;

  function look(): void {
    const panels = document.querySelectorAll<HTMLElement>('azimuth-panel');
    most = Math.max(most, panels.length);
    for (const panel of panels) {
      const { ticket = '', place } = panel.dataset;
      tickets.add(ticket.toLowerCase());
      first ??= performance.now();
      if (place !== 'column') {
        if (panel.parentElement !== document.body) wrong.add('docked outside of the body');
        continue;
      }
      column ??= performance.now();
      const around = origin.wrongAround(panel);
      if (around) wrong.add(around);
    }
  }
  return {
    look,
    seen: () => {
      look();
      const panel = document.querySelector<HTMLElement>('azimuth-panel');
      const home = origin.column();
      const { place = 'none', rung = 'none' } = panel?.dataset ?? {};
      const beside =
        panel?.parentElement && panel.parentElement.contains(home ?? null) && (panel.parentElement.childElementCount ?? 9) < 12;
      const atHome = Boolean(panel && home && (home.contains(panel) || beside));
      return { most, tickets: [...tickets], wrong: [...wrong], place, rung, home: atHome, first, column };
    },
  };
}
