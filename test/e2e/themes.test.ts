// Looking at home in every theme of the hosts, live, and readable where a theme is not: GitHub's dimmed, high contrast
// and colour-blind ones, Linear's custom ones. And in a page that is read from the right, or twice as large.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ISSUE, JIRA, LINEAR, panel, setStage, type Stage } from './stage.ts';

interface Theme {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly tokens: Readonly<Record<string, string>>;
  readonly dark: boolean;
  /** Whether the host's own colours can be read, so that they are to be used. */
  readonly fair: boolean;
}

const primer = (mode: 'light' | 'dark', variant: string, [bg, fg, muted, line, accent]: readonly string[], fair = true): Theme => ({
  name: variant,
  attributes: { 'data-color-mode': mode, [`data-${mode}-theme`]: variant },
  tokens: {
    '--bgColor-default': bg ?? '',
    '--fgColor-default': fg ?? '',
    '--fgColor-muted': muted ?? '',
    '--borderColor-default': line ?? '',
    '--fgColor-accent': accent ?? '',
  },
  dark: mode === 'dark',
  fair,
});

/** Values of our own in the manner of each theme: what is tested is that they are followed, not what they are. */
const GITHUB: readonly Theme[] = [
  primer('dark', 'dark_dimmed', ['#212830', '#d1d7e0', '#9198a1', '#3d444d', '#6cb0ff']),
  primer('dark', 'dark_high_contrast', ['#010409', '#ffffff', '#b7bdc8', '#b7bdc8', '#74b9ff']),
  primer('light', 'light_high_contrast', ['#ffffff', '#010409', '#454c54', '#454c54', '#023b95']),
  primer('dark', 'dark_colorblind', ['#0d1117', '#f0f6fc', '#9198a1', '#3d444d', '#58a6ff']),
  primer('light', 'light_colorblind', ['#ffffff', '#1f2328', '#59636e', '#d1d9e0', '#0969da']),
  primer('dark', 'dark_tritanopia', ['#0d1117', '#f0f6fc', '#9198a1', '#3d444d', '#58a6ff']),
  primer('light', 'light_tritanopia', ['#ffffff', '#1f2328', '#59636e', '#d1d9e0', '#0969da']),
  primer('light', 'a theme that cannot be read', ['#ffffff', '#bbbbbb', '#cccccc', '#eeeeee', '#dddddd'], false),
];

const linear = (name: string, dark: boolean, [bg, fg, second, line]: readonly string[], fair = true): Theme => ({
  name,
  attributes: { class: dark ? 'dark' : '' },
  tokens: {
    '--color-bg-primary': bg ?? '',
    '--color-bg-secondary': bg ?? '',
    '--bg-color': bg ?? '',
    '--bg-base-color': bg ?? '',
    '--color-text-primary': fg ?? '',
    '--color-text-secondary': second ?? '',
    '--color-border-primary': line ?? '',
  },
  dark,
  fair,
});
const CUSTOM: readonly Theme[] = [
  linear('paper', false, ['lch(94% 8 85)', 'lch(20% 10 60)', 'lch(35% 10 60)', 'lch(85% 8 85)']),
  linear('deep sea', true, ['lch(12% 18 250)', 'lch(95% 4 250)', 'lch(80% 8 250)', 'lch(25% 14 250)']),
  linear('clay', false, ['lch(72% 30 50)', 'lch(12% 10 50)', 'lch(20% 10 50)', 'lch(60% 30 50)']),
  linear('fog', true, ['lch(45% 4 250)', 'lch(58% 4 250)', 'lch(55% 4 250)', 'lch(50% 4 250)'], false),
];

const put = (page: Page, { attributes, tokens }: Theme): Promise<void> =>
  page.evaluate(
    ([attrs, props]) => {
      for (const [name, value] of Object.entries(attrs)) document.documentElement.setAttribute(name, value);
      for (const [name, value] of Object.entries(props)) document.documentElement.style.setProperty(name, value);
      const ground = props['--bgColor-default'];
      if (ground) document.body.style.setProperty('background-color', ground);
    },
    [attributes, tokens] as const,
  );

const look = (page: Page): Promise<string> => panel(page).evaluate((element) => element.shadowRoot?.firstElementChild?.className ?? '');

/** The lowest contrast of any text in the panel with the ground it stands on, by WCAG, as the browser computes both. */
const worst = (page: Page): Promise<{ ratio: number; text: string }> =>
  panel(page).evaluate((element) => {
    const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const read = (colour: string): number[] => {
      if (!context) throw new Error('There is no canvas.');
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data];
    };
    const light = ([r = 0, g = 0, b = 0]: number[]): number => {
      const [x = 0, y = 0, z = 0] = [r, g, b].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const up = (at: Element): Element | null => {
      const root = at.getRootNode();
      return at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    };
    const ground = (of: Element): number[] => {
      for (let at: Element | null = of; at; at = up(at)) {
        const colour = read(getComputedStyle(at).backgroundColor);
        if ((colour[3] ?? 0) > 127) return colour;
      }
      return [255, 255, 255, 255];
    };
    let [ratio, text] = [21, ''];
    for (const one of element.shadowRoot?.querySelectorAll('*') ?? []) {
      const own = [...one.childNodes]
        .filter((node) => node.nodeType === 3)
        .map((node) => node.textContent?.trim())
        .join('');
      if (!own || !one.checkVisibility() || one.closest('svg, .quiet, kbd, option')) continue;
      const [a, b] = [light(read(getComputedStyle(one).color)), light(ground(one))].sort((x, y) => y - x) as [number, number];
      const found = (a + 0.05) / (b + 0.05);
      if (found < ratio) [ratio, text] = [found, own];
    }
    return { ratio, text };
  });

describe('themes', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ viewport: { width: 1400, height: 900 } });
    await stage.sample();
  });
  afterAll(() => stage.close());

  it.each([
    ['GitHub', ISSUE, GITHUB],
    ['Linear', LINEAR, CUSTOM],
  ] as const)('%s’s: followed live, one after the other, and every word readable', async (_, url, themes) => {
    const page = await stage.open(url);
    await page.locator('azimuth-panel[data-place="column"]').waitFor();
    await panel(page).getByRole('radio').first().check();
    await panel(page).getByRole('button', { name: 'Save' }).waitFor();
    for (const theme of themes) {
      await put(page, theme);
      await expect.poll(() => look(page), { message: theme.name }).toMatch(new RegExp(`\\b${theme.dark ? 'dark' : 'light'}\\b`));
      await expect.poll(() => look(page).then((name) => /\bown\b/.test(name)), { message: `${theme.name}: own colours` }).toBe(!theme.fair);
      const { ratio, text } = await worst(page);
      expect(ratio, `${theme.name}: ${text}`).toBeGreaterThanOrEqual(4.5);
      if (theme.fair) {
        const ours = await panel(page).evaluate((element) => getComputedStyle(element.shadowRoot?.querySelector('.lead') ?? element).color);
        const theirs = await page.evaluate(
          (colour) => {
            const probe = document.body.appendChild(document.createElement('i'));
            probe.style.color = colour;
            const computed = getComputedStyle(probe).color;
            probe.remove();
            return computed;
          },
          theme.tokens['--fgColor-default'] ?? theme.tokens['--color-text-primary'] ?? '',
        );
        expect(ours, theme.name).toBe(theirs);
      }
    }
    await page.close();
  });

  it('23: in a page that is read from the right the panel keeps the direction of its words, in the column and at the edge', async () => {
    for (const url of [ISSUE, JIRA, LINEAR]) {
      const page = await stage.open(url);
      await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
      await page.locator('azimuth-panel[data-place="column"]').waitFor();
      await panel(page).getByRole('radio').first().check();
      const read = await panel(page).evaluate((element) => {
        const surface = element.shadowRoot?.firstElementChild as Element;
        const [radio, name] = [surface.querySelector('input[type="radio"]'), surface.querySelector('.row .name')];
        return {
          direction: getComputedStyle(surface).direction,
          mirrored: (radio?.getBoundingClientRect().left ?? 0) > (name?.getBoundingClientRect().left ?? 0),
        };
      });
      expect(read, url).toEqual({ direction: 'ltr', mirrored: false });
      await panel(page).getByRole('button', { name: 'More' }).click();
      await panel(page).getByRole('button', { name: 'Move to the corner' }).click();
      await page.locator('azimuth-panel[data-place="dock"]').waitFor();
      const box = await panel(page).boundingBox();
      expect(box?.width, url).toBe(344);
      expect(box && box.x >= 0 && box.x + box.width <= 1400 && box.y >= 0 && box.y + box.height <= 900, url).toBe(true);
      await panel(page).getByRole('button', { name: 'More' }).click();
      await panel(page).getByRole('button', { name: 'Back into the page' }).click();
      await page.locator('azimuth-panel[data-place="column"]').waitFor();
      await page.close();
    }
  });

  it('22: at twice the size, by the browser or by the page’s own zoom, the docked panel stays inside the window', async () => {
    for (const zoom of ['browser', 'page'] as const) {
      const page = await stage.open('https://linear.app/azimuth-sample/inbox/priority');
      // The browser's zoom of 200 % is half the room in CSS pixels.
      if (zoom === 'browser') await page.setViewportSize({ width: 700, height: 450 });
      else await page.evaluate(() => document.body.style.setProperty('zoom', '2'));
      await page.locator('azimuth-panel[data-place="dock"]').waitFor();
      // Over most of a list it is folded: opened, it has to be inside all the same.
      await expect
        .poll(async () => {
          const unfold = panel(page).getByRole('button', { name: 'Unfold' });
          if ((await unfold.count()) > 0) await unfold.click();
          return panel(page).getByRole('radio').first().isVisible();
        })
        .toBe(true);
      const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
      await expect
        .poll(async () => {
          const box = await panel(page).boundingBox();
          return box && box.x >= -1 && box.y >= -1 && box.x + box.width <= width + 1 && box.y + box.height <= height + 1;
        })
        .toBe(true);
      await page.close();
    }
  });

  it('21: nothing of the panel grows or moves under the pointer', async () => {
    const page = await stage.open(ISSUE);
    await page.locator('azimuth-panel[data-place="column"]').waitFor();
    await panel(page).getByRole('radio').first().check();
    // In its column: to reach what it points at, a driver may scroll the page.
    const size = () =>
      panel(page).evaluate((element) => {
        const { width, height, top } = element.getBoundingClientRect();
        return { width, height, from: top - (element.parentElement as Element).getBoundingClientRect().top };
      });
    await panel(page).getByRole('button', { name: 'Save' }).waitFor();
    const before = await size();
    for (const one of await panel(page).locator('.row, button').all()) {
      await one.hover();
      expect(await size()).toEqual(before);
    }
    await page.close();
  });
});
