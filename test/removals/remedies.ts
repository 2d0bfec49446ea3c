// The remedies against what hosts do to injected pages, each with the text that is it and the test that needs it.
// The numbers are those of the catalogue of failures this project keeps.
import type { Change } from './copy.ts';
import { OF_LISTS_AND_PLACES } from './remedies-of-lists.ts';
import type { TestName } from './trial.ts';

export interface Remedy {
  readonly failure: number;
  /** The failure. */
  readonly name: string;
  /** The remedy. */
  readonly what: string;
  /** Takes it out. More than one change only where two nets hold the same fall. */
  readonly changes: readonly Change[];
  readonly test: TestName;
  /** A part of the line at which the test must then fail, so that it fails of this and of nothing else. */
  readonly fails: string;
}

const survival = (name: string): TestName => ({ file: 'test/e2e/survival.test.ts', name });
const keys = (name: string): TestName => ({ file: 'test/e2e/keys.test.ts', name });
const reload = (name: string): TestName => ({ file: 'test/e2e/reload.test.ts', name });
const storing = (name: string): TestName => ({ file: 'test/e2e/storing.test.ts', name });
const change = (file: string, find: string, replace = ''): Change => ({ file, find, replace });

export const REMEDIES: readonly Remedy[] = [
  {
    failure: 1,
    name: 'navigation not noticed',
    what: 'the watcher of the address',
    changes: [change('lib/page/address.ts', "navigation.addEventListener('currententrychange', changed, { signal });", 'void 0;')],
    test: survival('1: follows navigation'),
    fails: "#1733').waitFor({ timeout: 3000 })",
  },
  {
    failure: 2,
    name: 'stale context',
    what: 'the look at the page before a save',
    changes: [
      change('entrypoints/panel.tsx', 'if (shows !== undefined && shows.toLowerCase() !== ticket.toLowerCase()) return undefined;'),
    ],
    test: survival('2: an answer begun on one ticket'),
    fails: "getByText('Not saved').waitFor()",
  },
  {
    failure: 2,
    name: 'stale context',
    what: 'an answer that comes late is dropped',
    changes: [change('entrypoints/tracker.ts', 'if (signal.aborted) return;\n      clearTimeout(waiting);', 'clearTimeout(waiting);')],
    test: survival('2: a question whose answer comes late'),
    fails: "getAttribute('data-ticket')).toBe(",
  },
  {
    failure: 2,
    name: 'stale context',
    what: 'no place in a page that shows another ticket',
    changes: [
      change(
        'lib/page/place.ts',
        'const agrees = shows === undefined || shows.toLowerCase() === ticket.toLowerCase();',
        'const agrees = true;',
      ),
    ],
    test: survival('2: an answer begun on one ticket'),
    fails: "getAttribute('data-place')).toBe('dock')",
  },
  {
    failure: 3,
    name: 'deleted by a re-render',
    what: 'the watch over the page',
    changes: [
      change(
        'lib/page/place.ts',
        "observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['open'] });",
      ),
      // Being thrown out with the focus in it also looks like being left.
      change('entrypoints/panel.tsx', "if (event.type === 'focusout') placing?.left();"),
    ],
    test: survival('3 and 4: comes back after the host wipes it, once, and what was typed is there: JIRA'),
    fails: 'await panel(page).waitFor()',
  },
  {
    failure: 3,
    name: 'deleted by a re-render',
    what: 'the caret put back',
    changes: [change('entrypoints/panel.tsx', 'focus.restore();')],
    test: survival('3: keeps the caret'),
    fails: "toBe('+2..4')",
  },
  {
    failure: 4,
    name: 'duplicates',
    what: 'one panel, however often its script comes',
    changes: [change('entrypoints/panel.tsx', 'if (!seat || seat.onStay) return;', 'if (!seat) return;')],
    test: survival('19: runs once'),
    fails: 'expect(others).toBe(false)',
  },
  {
    failure: 5,
    name: 'duplicates from cached pages',
    what: 'removing what an earlier run left behind',
    changes: [change('lib/page/place.ts', 'removeStrangers(document, element);')],
    test: survival('5: back and forward'),
    fails: 'expect(await panel(page).count()).toBe(1)',
  },
  {
    failure: 6,
    name: 'keys reach the host',
    what: 'the guard at window capture',
    changes: [change('lib/page/keys.ts', 'event.stopImmediatePropagation();')],
    test: keys('keys on GitHub, React > types every printable key'),
    fails: 'expect(await heard(page)).toEqual([])',
  },
  {
    failure: 6,
    name: 'keys reach the host',
    what: 'being there before the host',
    changes: [change('wxt.config.ts', "run_at: 'document_start'", "run_at: 'document_idle'")],
    test: keys('keys on GitHub, React > types every printable key'),
    fails: 'expect(await heard(page)).toEqual([])',
  },
  {
    failure: 6,
    name: 'keys reach the host',
    what: 'keys that come up after the panel lost the focus',
    changes: [change('lib/page/keys.ts', "const released = event.type === 'keyup' && held.delete(code);", 'const released = false;')],
    test: keys('keys on GitHub, React > gives the focus back with Escape'),
    fails: 'expect(await heard(page)).toEqual([])',
  },
  {
    failure: 6,
    name: 'keys reach the host',
    what: 'the guard over the clipboard',
    changes: [change('lib/page/keys.ts', "'paste', 'copy', 'cut', ")],
    test: keys('keys on GitHub, React > keeps paste, copy and cut'),
    fails: 'expect(await heard(page)).toEqual([])',
  },
  {
    failure: 7,
    name: 'focus trap',
    what: 'the guard over focus events',
    changes: [
      change(
        'lib/page/keys.ts',
        'event.stopImmediatePropagation();',
        'if (!/^focus|^blur/.test(event.type)) event.stopImmediatePropagation();',
      ),
    ],
    test: survival('7: can be typed in beside'),
    fails: "toBe('+1..3')",
  },
  {
    failure: 7,
    name: 'focus trap',
    what: 'guarding also what loses its focus to us',
    changes: [change('lib/page/keys.ts', ' || ours((event as FocusEvent).relatedTarget ?? null)')],
    test: survival('7: can be typed in beside'),
    fails: "toBe('+1..3')",
  },
  {
    failure: 8,
    name: 'dialog of the host',
    what: 'hiding under it',
    changes: [
      change('lib/page/place.ts', "element.toggleAttribute('data-covered', placed?.place === 'dock' && covered(document, scope));"),
    ],
    test: survival('8: a docked panel hides'),
    fails: "toBe('hidden')",
  },
  {
    failure: 9,
    name: 'crash of the host',
    what: 'waiting until the page has woken',
    changes: [change('lib/page/place.ts', 'agrees && settled.ready() && !exhausted()', 'agrees && !exhausted()')],
    test: survival('9: nothing is put into a server-rendered page'),
    fails: "'window.__hydrationErrors')).toEqual([])",
  },
  {
    failure: 10,
    name: 'observer loop',
    what: 'leaving alone what stands where it should',
    changes: [change('lib/page/place.ts', "if (placed && standing(scope) && (placed.place === 'column' || !agrees || focused())) return;")],
    test: survival('10: a page at rest'),
    fails: "'window.__ours')).toBe(0)",
  },
  {
    failure: 10,
    name: 'observer loop',
    what: 'giving in to a host that throws us out',
    changes: [change('lib/page/place.ts', 'settled.ready() && !exhausted()', 'settled.ready()')],
    test: survival('10: a host that throws the panel out'),
    fails: `'azimuth-panel[data-place="dock"]').waitFor()`,
  },
  {
    failure: 11,
    name: 'reloaded under an open page',
    what: 'a newer copy leaving a panel with a draft alone',
    changes: [change('entrypoints/tracker.ts', "if (older?.dispatchEvent(new Event('alive', { cancelable: true })) === false) return;")],
    test: reload('keeps the draft, and it can be gone on with'),
    fails: "name: 'Reload page' }).click()",
  },
  {
    failure: 11,
    name: 'reloaded under an open page',
    what: 'noticing that the extension is gone',
    changes: [change('lib/page/asked.ts', 'const pulse = setInterval(checkAlive, ALIVE_EVERY_MS);', 'const pulse = 0;')],
    test: reload('keeps the draft, and it can be gone on with'),
    fails: "getByText('Reload to save').waitFor(",
  },
  {
    failure: 11,
    name: 'reloaded under an open page',
    what: 'the new copy brought into open pages',
    changes: [change('entrypoints/background.ts', 'void sites.repair().then(tabs.bringTracker);')],
    test: reload('brings a page without a draft back to life'),
    fails: 'expect(await panel(page).count()).toBe(1)',
  },
  {
    failure: 12,
    name: 'background asleep',
    what: 'asking a second time',
    changes: [
      change(
        'entrypoints/tracker.ts',
        'return send().catch((dropped: unknown) => {\n        if (!alive()) throw dropped;\n        return send();\n      });',
        'return send();',
      ),
    ],
    test: storing('stores once when the worker is killed'),
    fails: "getByText('Saved', { exact: true }).waitFor()",
  },
  {
    failure: 13,
    name: 'page from the browser cache',
    what: 'looking again when a page is shown',
    changes: [change('lib/page/address.ts', "addEventListener('pageshow', changed, { signal });")],
    test: survival('13: a page from the browser cache'),
    fails: "#1790').waitFor()",
  },
  {
    failure: 15,
    name: 'style bleeds in',
    what: 'the reset of everything inherited',
    changes: [change('components/panel/panel.css', '  all: initial !important;\n')],
    test: survival('15: the host’s styles'),
    fails: 'expect(style).toEqual(',
  },
  {
    failure: 18,
    name: 'wrong theme',
    what: 'the ground under the panel and the word of the host',
    changes: [
      change('lib/page/theme.ts', "if (ground) return luminance(ground) < DARK_BELOW ? 'dark' : 'light';"),
      change('lib/page/theme.ts', 'return hostSays(element.ownerDocument) ?? (matchMedia', 'return (matchMedia'),
    ],
    test: survival('18: follows the host’s theme'),
    fails: 'toMatch(/\\bdark\\b/)',
  },
  {
    failure: 18,
    name: 'wrong theme',
    what: 'changing with the host',
    changes: [change('lib/page/asked.ts', 'watchTheme(document, measure, ended);')],
    test: survival('18: follows the host’s theme'),
    fails: 'toMatch(/\\blight\\b/)',
  },
  {
    failure: 19,
    name: 'runs twice',
    what: 'the top frame only',
    changes: [change('entrypoints/tracker.ts', 'if (window !== top || globalThis.azimuth) return;', 'if (globalThis.azimuth) return;')],
    test: survival('19: runs once'),
    fails: 'page.frames()) expect(',
  },
  {
    failure: 19,
    name: 'runs twice',
    what: 'once in a page',
    changes: [change('entrypoints/tracker.ts', 'if (window !== top || globalThis.azimuth) return;', 'if (window !== top) return;')],
    test: survival('19: runs once'),
    fails: 'expect(others).toBe(false)',
  },
  ...OF_LISTS_AND_PLACES,
];
