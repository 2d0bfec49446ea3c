// Further remedies: those of chips in lists, of places, of themes, and against what would be ours to do wrong.
import type { Change } from './copy.ts';
import type { Remedy } from './remedies.ts';
import type { TestName } from './trial.ts';

const chips = (name: string): TestName => ({ file: 'test/e2e/chips.test.ts', name });
const mutants = (name: string): TestName => ({ file: 'test/e2e/mutants.test.ts', name });
const themes = (name: string): TestName => ({ file: 'test/e2e/themes.test.ts', name });
const survival = (name: string): TestName => ({ file: 'test/e2e/survival.test.ts', name });
const storms = (name: string): TestName => ({ file: 'test/e2e/storms.test.ts', name });
const change = (file: string, find: string, replace = ''): Change => ({ file, find, replace });

export const OF_LISTS_AND_PLACES: readonly Remedy[] = [
  {
    failure: 20,
    name: 'chip on the wrong row',
    what: 'chips that follow the link and not the node',
    changes: [
      change(
        'lib/page/chip-list.ts',
        "if (there && kept && link.getAttribute('href') === chip.href) continue;",
        'if (there && kept) continue;',
      ),
    ],
    test: chips('Jira backlog: a row that is recycled'),
    fails: 'expect(wrong.found).toEqual([])',
  },
  {
    failure: 20,
    name: 'chip on the wrong row',
    what: 'one chip for each row',
    changes: [change('lib/page/chip-rows.ts', 'if (row && !taken.has(row) && ', 'if (row && ')],
    test: chips('Jira backlog: one each'),
    fails: 'rows.filter((row) => row.chips !== 1)',
  },
  {
    failure: 21,
    name: 'layout of the host',
    what: 'the look at the row after a chip was put in',
    changes: [
      change(
        'lib/page/chip-fit.ts',
        'return !drawn || (seen(chip, lie) && (!flows(lie) || shapeOf(chip.row) === before));',
        'return !drawn || seen(chip, lie);',
      ),
    ],
    test: chips('GitHub Projects board: one each'),
    fails: 'expect(await geometry(page, list.row)).toEqual(',
  },
  {
    failure: 24,
    name: 'order of focus',
    what: 'chips that the Tab key passes by',
    changes: [change('lib/page/chip-draw.ts', 'face.tabIndex = -1;')],
    test: chips('GitHub issues: one each'),
    fails: 'expect(await focusOrder(page)).toEqual(',
  },
  {
    failure: 25,
    name: 'selectors rot',
    what: 'rows by their shape where their marks have gone',
    changes: [change('entrypoints/chips.ts', "seat.ask({ ask: 'shapes' })", 'Promise.resolve()')],
    test: mutants('have a chip in every row'),
    fails: 'expect(missedInLists(outcomes)).toEqual([])',
  },
  {
    failure: 25,
    name: 'selectors rot',
    what: 'no place in what people wrote',
    changes: [
      change('lib/trackers/tracker.ts', 'return spot && !misplaced(spot.parent, scope) ? spot : undefined;', 'return spot;'),
      change(
        'lib/trackers/github.ts',
        `sidebar('[class*="IssueSidebar-module__sidebarContent"]')`,
        "(scope) => onTopOf(scope.querySelector('.markdown-body') ?? undefined)",
      ),
    ],
    test: mutants('have the panel in its place'),
    fails: 'outcomes.flatMap((outcome) => faults(outcome)',
  },
  {
    failure: 9,
    name: 'a node of the host moved',
    what: 'a neighbour that is not wrapped',
    changes: [
      change(
        'lib/page/place.ts',
        'parent.insertBefore(element, before);',
        'parent.insertBefore(element, before);\n    const by = element.previousElementSibling;\n    if (by) by.replaceWith(document.createElement("i")), element.previousElementSibling?.append(by);',
      ),
    ],
    test: survival('9: no node of the host is moved, wrapped or marked: JIRA'),
    fails: "toBe(await page.evaluate('window.__before'))",
  },
  {
    failure: 9,
    name: 'a node of the host moved',
    what: 'a neighbour that is not taken out, not even to where it was',
    changes: [
      change(
        'lib/page/place.ts',
        'parent.insertBefore(element, before);',
        'parent.insertBefore(element, before);\n    const by = element.previousElementSibling;\n    if (by) parent.insertBefore(by, element);',
      ),
    ],
    test: survival('9: no node of the host is moved, wrapped or marked: JIRA'),
    fails: "expect(await page.evaluate('window.__changed')).toEqual([])",
  },
  {
    failure: 10,
    name: 'listeners left behind',
    what: 'listeners that end with the ticket they were for',
    changes: [change('lib/page/place.ts', "addEventListener('resize', look, { signal });", "addEventListener('resize', look);")],
    test: storms('GitHub: nothing is left behind'),
    fails: 'after.jsEventListeners - before.jsEventListeners',
  },
  {
    failure: 18,
    name: 'wrong theme',
    what: 'colours of our own where those of the host cannot be read',
    changes: [change('lib/page/theme.ts', 'if (text && contrast(over(text, under), under) < READABLE) return false;')],
    test: themes('themes > GitHub’s: followed live'),
    fails: 'own colours',
  },
  {
    failure: 18,
    name: 'wrong theme',
    what: 'a chip in its own colours where those of the host cannot be read',
    changes: [change('lib/page/chip-dress.ts', 'if (readable(answered.face, answered.face.children)) return;', 'if (readable) return;')],
    test: chips('18: wears colours of its own'),
    fails: 'toMatch(/\\bown\\b/)',
  },
];
