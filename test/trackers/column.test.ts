// @vitest-environment happy-dom
// A column by what it is and nothing else: beside what is wide, narrow, tall, of several short parts. The layout is written
// into the page, as `data-box="left top width height"`.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { besideTheMain } from '../../lib/trackers/column.ts';
import { page } from './documents.ts';

beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const [left = 0, top = 0, width = 0, height = 0] = (this.getAttribute('data-box') ?? '0 0 1400 900').split(' ').map(Number);
    return { left, top, width, height, right: left + width, bottom: top + height } as DOMRect;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  page('');
});

const PARTS = '<div>Assignees nobody</div><div>Labels bug</div><div>Milestone none</div>';
const column = (parts = PARTS, box = '1100 100 280 500'): string => `<div id="column" data-box="${box}">${parts}</div>`;
const beside = (aside: string, main = '<p>A long description</p>'): string =>
  `<div><div data-box="0 100 1080 800">${main}</div>${aside}</div>`;
const foundIn = (html: string): string | undefined => {
  page(html);
  return besideTheMain(document)?.parent.id;
};

describe('a column without headings or names', () => {
  it('is found by where it is', () => expect(foundIn(beside(column()))).toBe('column'));

  it('is found past what only wraps it, and below what has no box', () => {
    expect(foundIn(beside(`<div data-box="1100 100 280 500">${column()}</div>`))).toBe('column');
    expect(foundIn(`<div style="display: contents" data-box="0 0 0 0">${beside(column())}</div>`)).toBe('column');
  });

  it('is the one further in, where the program has one around the page', () => {
    const inner = beside(column(), '<p>text</p>');
    expect(foundIn(`<div><div data-box="0 0 1000 900">${inner}</div><div id="rail" data-box="1050 0 300 900">${PARTS}</div></div>`)).toBe(
      'column',
    );
  });

  it.each([
    ['of two parts', column('<div>One</div><div>Two</div>')],
    ['at the start of the line', `<div id="column" data-box="-300 100 280 500">${PARTS}</div>`],
    ['that is low', column(PARTS, '1100 100 280 90')],
    ['that is too wide', column(PARTS, '1100 100 700 500')],
    ['to write in', column(`${PARTS}<textarea></textarea>`)],
    ['with the title', column(`<h1>Title</h1>${PARTS}`)],
    ['of much text', column(PARTS.replace('nobody', 'word '.repeat(300)))],
    ['of navigation', `<nav id="column" data-box="1100 100 280 500">${PARTS}</nav>`],
    ['in what people wrote', `<div class="markdown-body">${beside(column())}</div>`],
  ])('is none %s', (name, aside) => expect(foundIn(name.startsWith('in what') ? aside : beside(aside))).toBeUndefined());
});
