// The panel at the edge: held inside the window, snapped to it, in the corner that covers least.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cornerAt, coveredAt, EDGE_PX, freest } from '../../lib/page/dock.ts';

const PANEL = { width: 344, height: 400 };
const VIEW = { width: 1280, height: 800 };
const box = (left: number, top: number, width = 100, height = 30) => ({ left, top, right: left + width, bottom: top + height });

describe('a corner', () => {
  it.each([
    [16, 16, 0, 0],
    [1280 - 344 - 16, 800 - 400 - 16, 1, 1],
    [-500, 9000, 0, 1],
    [468, 200, 0.5, 0.5],
    // Nearly at the edge is at the edge.
    [30, 380, 0, 1],
  ])('for %i, %i is %f, %f', (left, top, x, y) => expect(cornerAt(left, top, PANEL, VIEW)).toEqual({ x, y }));

  it('puts the panel inside any window, as large as either may be', () => {
    const px = fc.integer({ min: -5000, max: 5000 });
    const size = fc.record({ width: fc.integer({ min: 1, max: 3000 }), height: fc.integer({ min: 1, max: 3000 }) });
    fc.assert(
      fc.property(px, px, size, size, (left, top, panel, view) => {
        const { x, y } = cornerAt(left, top, panel, view);
        expect([x, y].every((part) => part >= 0 && part <= 1)).toBe(true);
        // As the style sheet places it.
        const at = EDGE_PX + x * (view.width - 2 * EDGE_PX) - x * panel.width;
        if (panel.width <= view.width - 2 * EDGE_PX)
          expect(at >= EDGE_PX - 0.5 && at + panel.width <= view.width - EDGE_PX + 0.5).toBe(true);
      }),
    );
  });
});

describe('the corner that covers least', () => {
  it('is the lower right where nothing is in the way, or as much everywhere', () => {
    expect(freest([], PANEL, VIEW)).toEqual({ x: 1, y: 1 });
    const everywhere = [box(20, 20), box(1200, 20), box(20, 750), box(1200, 750)];
    expect(freest(everywhere, PANEL, VIEW)).toEqual({ x: 1, y: 1 });
  });

  it('is the next one where the lower right has a control', () => {
    expect(freest([box(1100, 700)], PANEL, VIEW)).toEqual({ x: 1, y: 0 });
    expect(freest([box(1100, 700), box(1100, 50)], PANEL, VIEW)).toEqual({ x: 0, y: 1 });
    expect(freest([box(1100, 700), box(1100, 50), box(20, 600)], PANEL, VIEW)).toEqual({ x: 0, y: 0 });
  });

  it('is not kept from by what is scrolled out of the window', () => {
    expect(freest([box(1100, 900), box(1300, 700)], PANEL, VIEW)).toEqual({ x: 1, y: 1 });
  });
});

it('rather stands on a row of the list than on a control of the pane', () => {
  const controls = [box(1000, 700), box(1000, 100)];
  const rows = [box(0, 60, 300, 55), box(0, 120, 300, 55), box(0, 700, 300, 55)];
  expect(freest(controls, PANEL, VIEW, rows)).toEqual({ x: 0, y: 1 });
  expect(freest([], PANEL, VIEW, rows)).toEqual({ x: 1, y: 1 });
});

describe('what a panel covers', () => {
  it('is what lies under it in that corner, and nothing beside', () => {
    const rows = [box(0, 0, 400, 55), box(0, 700, 400, 55), box(1000, 500, 100, 20)];
    expect([1, 0].flatMap((x) => [1, 0].map((y) => coveredAt({ x, y }, rows, PANEL, VIEW)))).toEqual([1, 0, 1, 1]);
    // A list down the whole of a narrow window is covered wherever the panel stands.
    const narrow = { width: 500, height: 420 };
    const list = Array.from({ length: 7 }, (_, i) => box(0, i * 60, 300, 55));
    expect(coveredAt(freest(list, PANEL, narrow), list, PANEL, narrow)).toBeGreaterThan(0);
  });
});
