// What else is on the page: other extensions that restyle it or put their own into it, a dialog that holds the focus,
// the system's own colours, no wish for motion. In each the panel is seen, takes the focus, is typed in and saves.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ISSUE, JIRA, LINEAR, panel, setStage, type Stage } from './stage.ts';

const PICTURES = join(import.meta.dirname, '../../test-output/coexistence');
const CLASSIC = 'https://github.com/azimuth-sample/classic/issues/1842';
const PAGES = Object.entries({ ISSUE, CLASSIC, JIRA, LINEAR });

/** Has the question on screen, whether or not it was answered before. */
async function begin(page: Page): Promise<void> {
  const edit = panel(page).getByRole('button', { name: 'Edit' });
  await panel(page).getByRole('radio').or(edit).first().waitFor();
  if (await edit.count()) await edit.click();
}

/** Answers with mouse and keyboard as a person does, and hears that it is stored. */
async function answer(page: Page): Promise<void> {
  await begin(page);
  await panel(page).getByRole('radio').nth(1).click();
  const box = panel(page).getByRole('textbox', { name: 'By how much?' });
  await box.click();
  await box.fill('');
  await page.keyboard.type('+1..3', { delay: 15 });
  expect(await box.inputValue()).toBe('+1..3');
  await panel(page).getByRole('button', { name: 'Save' }).click();
  await panel(page).getByRole('status').getByText('Saved').waitFor();
}

/** WCAG contrast of the panel's texts with what is drawn behind them, the least of them. */
const leastContrast = (page: Page): Promise<number> =>
  panel(page).evaluate((element) => {
    type Rgb = readonly [number, number, number, number];
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const rgb = (color: string): Rgb => {
      if (!canvas) return [0, 0, 0, 1];
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return [r, g, b, a / 255];
    };
    const light = ([r, g, b]: Rgb): number => {
      const [x = 0, y = 0, z = 0] = [r, g, b].map((part) =>
        part / 255 <= 0.04045 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const behind = (at: Element | null): Rgb => {
      for (let one = at; one; one = one.parentElement ?? ((one.getRootNode() as ShadowRoot).host as Element | undefined) ?? null) {
        const color = rgb(getComputedStyle(one).backgroundColor);
        if (color[3] > 0.9) return color;
      }
      return [255, 255, 255, 1];
    };
    const texts = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.lead, .what, .row .name, .btn.main, .head h2') ?? [])];
    const shown = texts.filter((text) => text.textContent?.trim() && text.checkVisibility());
    return Math.min(
      ...shown.map((text) => {
        const [one, other] = [light(rgb(getComputedStyle(text).color)), light(behind(text))];
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      }),
    );
  });

describe('beside other things on the page', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage();
    await stage.sample();
  });
  afterAll(() => stage.close());
  afterEach(() => page.close());

  it.each(PAGES)('17: can be read and used where another extension restyles everything, open roots too: %s', async (name, url) => {
    page = await stage.open(url);
    await page.locator('azimuth-panel[data-place="column"]').waitFor();
    await page.evaluate(() => {
      const rules =
        '*{border-color:#736b5e!important} html,body,div,section,aside,main,header,li,ul,fieldset,form{background-color:#181a1b!important;color:#e8e6e3!important}' +
        ' input,textarea,select,button{background-color:#2b2f31!important;color:#e8e6e3!important} a{color:#3391ff!important} h1,h2,h3,p,span,label{color:#e8e6e3!important}';
      const walked = new WeakSet<Node>();
      const walk = (root: Document | ShadowRoot): void => {
        if (!walked.has(root)) {
          walked.add(root);
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(rules);
          if (root instanceof ShadowRoot) {
            const style = document.createElement('style');
            style.className = 'restyler';
            style.textContent = rules;
            root.prepend(style);
          }
          root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
          new MutationObserver(() => walk(root)).observe(root, { childList: true, subtree: true });
        }
        for (const element of root.querySelectorAll('*')) {
          if (element.shadowRoot) walk(element.shadowRoot);
          // And what is written into the elements themselves.
          if (element instanceof HTMLElement && element.style.backgroundColor) element.style.setProperty('--restyled-bg', '#181a1b');
        }
      };
      walk(document);
    });
    await answer(page);
    expect(await leastContrast(page)).toBeGreaterThanOrEqual(4.5);
    await panel(page).screenshot({ path: join(PICTURES, `restyled-${name}.png`) });
    expect(await panel(page).count()).toBe(1);
  });

  it.each(PAGES)('4: keeps its place beside what others put into the column and the title: %s', async (_, url) => {
    page = await stage.context.newPage();
    await page.addInitScript(() => {
      // Another extension: its box on top of the column, its mark in the title, both brought back whenever they are gone.
      const tend = (): void => {
        const column = document.querySelector('azimuth-panel[data-place="column"]')?.parentElement;
        for (const [name, place] of [
          ['other-box', column],
          ['other-mark', document.querySelector('h1')],
        ] as const) {
          if (!place || place.querySelector(name)) continue;
          const element = document.createElement(name);
          element.textContent = 'Another #7';
          place.prepend(element);
        }
      };
      addEventListener('load', () => new MutationObserver(tend).observe(document, { childList: true, subtree: true }));
    });
    await page.goto(url);
    await page.locator('azimuth-panel[data-place="column"]').waitFor();
    await page.evaluate('window.__host.rerender()');
    await page.locator('other-box').waitFor({ state: 'attached' });
    await answer(page);
    expect(await panel(page).count()).toBe(1);
    expect(await panel(page).getAttribute('data-place')).toBe('column');
  });

  it('3: ends at the edge where another extension takes away every node of the column that it does not know', async () => {
    page = await stage.open(CLASSIC);
    await page.locator('azimuth-panel[data-place="column"]').waitFor();
    await page.evaluate(() => {
      const tidy = (): void => {
        for (const stranger of document.querySelectorAll('azimuth-panel[data-place="column"]')) stranger.remove();
      };
      new MutationObserver(tidy).observe(document, { childList: true, subtree: true });
      tidy();
    });
    await page.locator('azimuth-panel[data-place="dock"]').waitFor();
    await answer(page);
    expect(await panel(page).count()).toBe(1);
  });

  it.each(PAGES)('7: can be used while a dialog of the page holds the focus for itself: %s', async (_, url) => {
    page = await stage.open(url);
    await page.locator('azimuth-panel[data-place="column"]').waitFor();
    await page.evaluate(() => {
      const dialog = document.createElement('div');
      dialog.setAttribute('role', 'dialog');
      dialog.setAttribute('aria-modal', 'true');
      dialog.style.cssText = 'position:fixed;left:0;bottom:0;width:200px;height:60px';
      dialog.innerHTML = '<input aria-label="Inside"><button>Close</button>';
      document.body.append(dialog);
      const inside = dialog.querySelector('input') as HTMLInputElement;
      const out = (target: EventTarget | null): boolean => !(target instanceof Node && dialog.contains(target));
      // As focus-trap does: what is focused outside, and Tab on the way out.
      const hold = (event: Event): void => {
        if (!out(event.target)) return;
        event.stopImmediatePropagation();
        inside.focus();
      };
      document.addEventListener('focusin', hold, true);
      document.addEventListener('keydown', (event) => event.key === 'Tab' && (event.preventDefault(), inside.focus()), true);
      inside.focus();
    });
    await answer(page);
    expect(await page.evaluate('document.activeElement?.localName')).toBe('azimuth-panel');
  });

  it("is seen and used in the system's own colours", async () => {
    page = await stage.context.newPage();
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(`${ISSUE}?live=0`);
    await begin(page);
    const radio = panel(page).getByRole('radio').nth(1);
    await radio.focus();
    await page.keyboard.press('ArrowDown');
    const ring = await panel(page).evaluate((element) => {
      const root = element.shadowRoot as ShadowRoot;
      const lines = (node: Element | null): boolean =>
        node !== null && [node, node.parentElement].some((one) => one && getComputedStyle(one).outlineStyle !== 'none');
      // What is chosen is told by more than a colour that the system takes away.
      const chosen = root.querySelector('input[type="radio"]:checked');
      return { focus: lines(root.activeElement), chosen: chosen !== null };
    });
    expect(ring).toEqual({ focus: true, chosen: true });
    await panel(page).screenshot({ path: join(PICTURES, 'forced-colors.png') });
    await page.reload();
    await answer(page);
  });

  it('moves nothing where no motion is wanted', async () => {
    page = await stage.context.newPage();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(ISSUE);
    await panel(page).waitFor();
    await answer(page);
    const moving = await panel(page).evaluate((element) =>
      [...(element.shadowRoot?.querySelectorAll('*') ?? [])]
        .filter((one) => {
          const { transitionDuration, animationName, animationDuration } = getComputedStyle(one);
          const long = (text: string): boolean => text.split(',').some((part) => Number.parseFloat(part) > 0.01);
          return long(transitionDuration) || (animationName !== 'none' && long(animationDuration));
        })
        .map(({ outerHTML }) => outerHTML.slice(0, 80)),
    );
    expect(moving).toEqual([]);
  });
});
