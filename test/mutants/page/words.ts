// Another language: labels and headings say something else. What people wrote, the title above all, stays.

const SAID =
  'h2, h3, h4, h5, h6, [role="heading"], button, label, legend, summary, dt, th, .discussion-sidebar-heading, section > div span';
const WRITTEN = 'h1, .markdown-body, .ak-renderer-document, .ProseMirror, [contenteditable], textarea';
const LETTERS = [
  (text: string) => text.replace(/[aeiou]/gi, 'ŝ'),
  (text: string) => text.replace(/[a-z]/gi, (letter) => String.fromCodePoint(0x430 + ((letter.codePointAt(0) ?? 0) % 32))),
  (text: string) =>
    text.replace(/[a-z]+/gi, (word) => String.fromCodePoint(0x4e00 + word.length * 97, 0x5100 + (word.codePointAt(0) ?? 0))),
];

/** @param pick a number in 0..1 that says which language  @returns what translates one element */
export function translator(pick: number): (element: Element) => void {
  const into = LETTERS[Math.floor(pick * LETTERS.length)] ?? String;
  const said = new WeakMap<Node, string>();
  const once = (node: Node, text: string, put: (next: string) => void): void => {
    if (said.get(node) === text) return;
    const next = into(text);
    said.set(node, next);
    if (next !== text) put(next);
  };
  return (element) => {
    const label = element.getAttribute('aria-label');
    if (label) once(element, label, (next) => element.setAttribute('aria-label', next));
    if (!element.closest(SAID) || element.closest(WRITTEN)) return;
    for (const node of element.childNodes)
      if (node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()) once(node, node.nodeValue, (next) => (node.nodeValue = next));
  };
}
