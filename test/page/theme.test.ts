// @vitest-environment happy-dom
// Which theme is on where the panel stands, and whether the host's colours can be read there.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readable, themeAt } from '../../lib/page/theme.ts';

// What a browser computes where no ground is painted; the test's DOM computes nothing there.
const NOTHING = 'rgba(0, 0, 0, 0)';
let system: { matches: boolean; listeners: (() => void)[] };

beforeEach(() => {
  document.documentElement.removeAttribute('class');
  for (const name of ['data-color-mode', 'data-scheme']) document.documentElement.removeAttribute(name);
  document.body.innerHTML = '';
  system = { matches: false, listeners: [] };
  vi.stubGlobal('matchMedia', () => ({
    get matches() {
      return system.matches;
    },
    addEventListener: (_: string, listener: () => void) => system.listeners.push(listener),
  }));
  vi.stubGlobal('getComputedStyle', (element: HTMLElement) => ({
    backgroundColor: element.dataset?.['bg'] ?? NOTHING,
    color: element.dataset?.['fg'] ?? 'rgb(0, 0, 0)',
    colorScheme: element.dataset?.['scheme'] ?? 'normal',
  }));
});
afterEach(() => vi.unstubAllGlobals());

const on = (...grounds: string[]): HTMLElement => {
  let at: HTMLElement = document.body;
  for (const ground of grounds) {
    const inner = document.createElement('div');
    if (ground) inner.dataset['bg'] = ground;
    at.append(inner);
    at = inner;
  }
  return at;
};

describe('themeAt', () => {
  it.each([
    ['rgb(255, 255, 255)', 'light'],
    ['rgb(0, 0, 0)', 'dark'],
    ['rgb(13, 17, 23)', 'dark'],
    ['rgb(246, 248, 250)', 'light'],
    // Grey that is as far from black as from white has a relative luminance of 0.179: 117 is just below, 118 above.
    ['rgb(117, 117, 117)', 'dark'],
    ['rgb(118, 118, 118)', 'light'],
    // Equal in red, green and blue they are not equal to the eye.
    ['rgb(0, 255, 0)', 'light'],
    ['rgb(255, 0, 0)', 'light'],
    ['rgb(0, 0, 255)', 'dark'],
    ['rgba(0, 0, 0, 0.51)', 'dark'],
  ])('on %s: %s', (ground, theme) => expect(themeAt(on(ground))).toBe(theme));

  it('goes by the nearest ground that is painted, however thin those before it', () => {
    expect(themeAt(on('rgb(0, 0, 0)', '', 'rgba(255, 255, 255, 0.5)', ''))).toBe('dark');
    expect(themeAt(on('rgb(0, 0, 0)', 'rgb(255, 255, 255)', ''))).toBe('light');
  });

  it('takes the host’s word where no ground is painted, and the system’s last', () => {
    const html = document.documentElement;
    const says = (): string => themeAt(on(''));
    expect(says()).toBe('light');
    system.matches = true;
    expect(says()).toBe('dark');
    html.dataset['colorMode'] = 'light';
    expect(says()).toBe('light');
    html.dataset['colorMode'] = 'dark';
    system.matches = false;
    expect(says()).toBe('dark');
    html.dataset['colorMode'] = 'auto';
    expect(says()).toBe('light');
    html.className = 'dark';
    expect(says()).toBe('dark');
    expect(themeAt(on('rgb(255, 255, 255)'))).toBe('light');
  });

  it('reads any other notation by drawing it', () => {
    const drawn = { fillStyle: '' };
    const draw = vi.fn();
    const context = {
      clearRect: () => {},
      fillRect: draw,
      getImageData: () => ({ data: drawn.fillStyle.startsWith('lch(5') ? [12, 13, 15, 255] : [0, 0, 0, 0] }),
    };
    vi.stubGlobal(
      'OffscreenCanvas',
      class {
        getContext() {
          return Object.assign(drawn, context);
        }
      },
    );
    expect(themeAt(on('lch(5.5% 0.4 272)'))).toBe('dark');
    expect(draw).toHaveBeenCalled();
    system.matches = false;
    expect(themeAt(on('color(display-p3 1 1 1 / 0)'))).toBe('light');
  });
});

describe('readable', () => {
  const text = (fg: string, bg?: string): HTMLElement => {
    const element = document.createElement('span');
    element.dataset['fg'] = fg;
    if (bg) element.dataset['bg'] = bg;
    return element;
  };

  // Greys on white, by WCAG: 118 has 4.54, 119 has 4.48.
  it.each([
    ['rgb(255, 255, 255)', 'rgb(118, 118, 118)', true],
    ['rgb(255, 255, 255)', 'rgb(119, 119, 119)', false],
    ['rgb(0, 0, 0)', 'rgb(117, 117, 117)', true],
    ['rgb(0, 0, 0)', 'rgb(116, 116, 116)', false],
    ['rgb(13, 17, 23)', 'rgb(240, 246, 252)', true],
    ['rgb(13, 17, 23)', 'rgb(31, 35, 40)', false],
    ['rgb(255, 255, 255)', 'rgb(255, 255, 255)', false],
  ])('on %s, %s: %s', (ground, colour, expected) => expect(readable(on(ground), [text(colour)])).toBe(expected));

  it('asks of every text, and measures one with a ground of its own on that', () => {
    const [black, white] = ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'];
    expect(readable(on(white), [text(black), text(white)])).toBe(false);
    expect(readable(on(white), [text(black), text(white, black)])).toBe(true);
    expect(readable(on(white), [text(black, black)])).toBe(false);
    expect(readable(on(white), [text(black, 'rgba(0, 0, 0, 0.1)')])).toBe(true);
    expect(readable(on(white), [])).toBe(true);
  });

  it.each([
    ['normal', false, true],
    ['light', true, true],
    ['dark', false, false],
    ['light dark', false, true],
    ['light dark', true, false],
    ['dark light', true, false],
  ])('where nothing is painted there is the browser’s own ground: scheme %s, system dark %s, white: %s', (scheme, dark, white) => {
    document.documentElement.dataset['scheme'] = scheme;
    system.matches = dark;
    expect(readable(on(''), [text('rgb(0, 0, 0)')])).toBe(white);
    expect(readable(on(''), [text('rgb(255, 255, 255)')])).toBe(!white);
  });

  // The panel's own surface paints nothing in the column, and it stands in a shadow root: the way up ends there.
  it('looks for the ground outside of the shadow root too', () => {
    const surface = document.createElement('section');
    on('rgb(0, 0, 0)').attachShadow({ mode: 'open' }).append(surface);
    expect(readable(surface, [text('rgb(0, 0, 0)')])).toBe(false);
  });

  // A colour that lets the ground through is paler than its name: a quarter of black on white is a light grey.
  it('sees that text is pale when it is thin', () => {
    expect(readable(on('rgb(255, 255, 255)'), [text('rgba(0, 0, 0, 0.25)')])).toBe(false);
  });
});
