// Looking at home on the host: which of its themes is on, and whether its colours can be read where we stand.
// The ground under the panel decides first, the host's own word second, the system last.

export type Theme = 'light' | 'dark';
type Rgba = readonly [number, number, number, number];

let pixel: OffscreenCanvasRenderingContext2D | null | undefined;

/** Any CSS colour, `lch()` and `color()` too, as sRGB 0..255 with alpha 0..1; by drawing it, since hosts use all of them. */
function resolve(colour: string): Rgba | undefined {
  const plain = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(colour);
  if (plain) return [Number(plain[1]), Number(plain[2]), Number(plain[3]), Number(plain[4] ?? 1)];
  pixel ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!pixel) return undefined;
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = colour;
  pixel.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, a = 0] = pixel.getImageData(0, 0, 1, 1).data;
  return [r, g, b, a / 255];
}

/** Relative luminance, WCAG 2.2. */
function luminance([r, g, b]: Rgba): number {
  const linear = (channel: number): number => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** A colour as it looks on a ground that shows through it. */
function over([r, g, b, a]: Rgba, ground: Rgba): Rgba {
  const mix = (channel: number, below: number): number => channel * a + below * (1 - a);
  return [mix(r, ground[0]), mix(g, ground[1]), mix(b, ground[2]), 1];
}

/** Contrast ratio of two colours, 1..21, WCAG 2.2. */
function contrast(one: Rgba, other: Rgba): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** One level up, out of a shadow root too. */
function above(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** The colour under an element: the first ancestor that paints one. */
function groundUnder(element: Element): Rgba | undefined {
  for (let at: Element | null = element; at; at = above(at)) {
    const colour = resolve(getComputedStyle(at).backgroundColor);
    if (colour && colour[3] > 0.5) return colour;
  }
  return undefined;
}

/** What the browser paints where nothing else does: white, or near black where the page says it can be dark. */
function canvasOf({ documentElement }: Document): Rgba {
  const scheme = getComputedStyle(documentElement).colorScheme;
  const dark = scheme.includes('dark') && (!scheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches);
  return dark ? [18, 18, 18, 1] : [255, 255, 255, 1];
}

function hostSays({ documentElement: html }: Document): Theme | undefined {
  const mode = html.dataset['colorMode'];
  if (mode === 'dark' || mode === 'light') return mode;
  return html.classList.contains('dark') ? 'dark' : undefined;
}

// Where black and white text are equally readable: below, white reads better.
const DARK_BELOW = 0.179;

/** The theme in force where an element stands. */
export function themeAt(element: Element): Theme {
  const ground = groundUnder(element);
  if (ground) return luminance(ground) < DARK_BELOW ? 'dark' : 'light';
  return hostSays(element.ownerDocument) ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
}

const READABLE = 4.5;

/**
 * Whether every text colour of a surface can be read on the ground it stands on.
 * @param surface the element that paints or shows the ground
 * @param probes elements whose text colours are in use there; one that paints a ground of its own is measured on it
 */
export function readable(surface: Element, probes: Iterable<Element>): boolean {
  const ground = groundUnder(surface) ?? canvasOf(surface.ownerDocument);
  for (const probe of probes) {
    const style = getComputedStyle(probe);
    const own = resolve(style.backgroundColor);
    const text = resolve(style.color);
    const under = own && own[3] > 0.5 ? own : ground;
    if (text && contrast(over(text, under), under) < READABLE) return false;
  }
  return true;
}

/** Calls back when the host or the system may have changed its theme. */
export function watchTheme(document: Document, changed: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(changed);
  for (const element of [document.documentElement, document.body])
    observer.observe(element, {
      attributeFilter: ['class', 'style', 'data-color-mode', 'data-light-theme', 'data-dark-theme', 'data-theme'],
    });
  signal.addEventListener('abort', () => observer.disconnect());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed, { signal });
}
