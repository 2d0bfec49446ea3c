// What a host's next deploy can do to a page, one thing at a time, done to the page that is there and to all that comes.
// Runs inside the page, so it may use nothing from outside of the function.

export const MUTATIONS = [
  'classes hashed',
  'test ids dropped',
  'test ids renamed',
  'data attributes dropped',
  'ids dropped',
  'labels translated',
  'landmarks removed',
  'wrapped',
  'reordered',
] as const;
export type Mutation = (typeof MUTATIONS)[number];

/** Begins to mutate the page. What belongs to a person, a link's address and a title, stays: it is what the page is about. */
export function mutate(kind: Mutation): void {
  const scramble = (text: string): string => {
    let state = 7;
    for (const char of text) state = (Math.imul(state, 31) + (char.codePointAt(0) ?? 0)) >>> 0;
    return `x${state.toString(36)}`;
  };
  const ours = (element: Element): boolean => element.closest('azimuth-panel, azimuth-chip, script, style, head') !== null;
  const done = new WeakSet<Element>();

  const classes = (element: Element): void => {
    const name = element.getAttribute('class');
    if (!name || /^(x[0-9a-z]{4,8}(\s|$))+/.test(name)) return;
    // These three say that a page has woken, and belong to the page's life, not to its looks.
    const kept = name.split(/\s+/).map((one) => (/^(loaded|is-bootstrapped|dark)$/.test(one) ? one : scramble(one)));
    element.setAttribute('class', kept.join(' '));
  };
  const drop = (element: Element, which: (name: string) => boolean): void => {
    for (const { name } of [...element.attributes]) if (which(name)) element.removeAttribute(name);
  };
  const translate = (element: Element): void => {
    const pseudo = (text: string): string => (/^\s*$|ŝ/.test(text) ? text : text.replace(/[aeiou]/gi, 'ŝ'));
    const label = element.getAttribute('aria-label');
    // Only what changes: each change is heard of again.
    if (label && label !== pseudo(label)) element.setAttribute('aria-label', pseudo(label));
    if (!element.matches('h2, h3, h4, button, label, legend, summary, section > div span, .discussion-sidebar-heading')) return;
    for (const node of element.childNodes) {
      if (node.nodeType === 3 && node.textContent && node.textContent !== pseudo(node.textContent))
        node.textContent = pseudo(node.textContent);
    }
  };
  // The tag of an element that lives cannot be changed: in saved pages it is, in living ones only its role.
  const landmark = (element: Element): void => {
    if (element.getAttribute('role') && !/^(dialog|textbox)$/.test(element.getAttribute('role') ?? '')) element.removeAttribute('role');
    if (document.documentElement.hasAttribute('data-living') || !element.matches('main, nav, header, aside, footer, section, article'))
      return;
    const plain = document.createElement('div');
    for (const { name, value } of element.attributes) plain.setAttribute(name, value);
    plain.append(...element.childNodes);
    element.replaceWith(plain);
  };
  const one = (element: Element): void => {
    if (ours(element)) return;
    switch (kind) {
      case 'classes hashed':
        return classes(element);
      case 'test ids dropped':
        return drop(element, (name) => name === 'data-testid');
      case 'test ids renamed': {
        const id = element.getAttribute('data-testid');
        if (id && !/^x[0-9a-z]+$/.test(id)) element.setAttribute('data-testid', scramble(id));
        return;
      }
      case 'data attributes dropped':
        // Those by which a page says its theme are no anchors.
        return element.matches('html, body') ? undefined : drop(element, (name) => name.startsWith('data-') && name !== 'data-target');
      case 'ids dropped':
        return element.matches('#root, #jira-frontend, #loading, script') ? undefined : drop(element, (name) => name === 'id');
      case 'labels translated':
        return translate(element);
      case 'landmarks removed':
        return landmark(element);
      case 'wrapped':
      case 'reordered':
        if (done.has(element)) return;
        done.add(element);
        return rearrange(element);
    }
  };
  // Sections of a column, the parts of a page: whatever has brothers with headings of their own.
  const rearrange = (element: Element): void => {
    if (!element.matches('div, section, aside') || document.documentElement.hasAttribute('data-living')) return;
    const parts = [...element.children].filter((child) => child.matches('div, section') && child.querySelector('h2, h3, span'));
    if (parts.length < 2) return;
    if (kind === 'reordered') return element.append(...parts.toReversed());
    for (const part of parts) {
      const wrapper = document.createElement('div');
      done.add(wrapper);
      part.before(wrapper);
      wrapper.append(part);
    }
  };

  const all = (root: Element): void => {
    for (const element of [root, ...root.querySelectorAll('*')]) one(element);
  };
  if (kind === 'classes hashed') {
    const restyle = (rules: CSSRuleList): void => {
      for (const rule of rules) {
        if (rule instanceof CSSStyleRule)
          rule.selectorText = rule.selectorText.replace(/\.(-?[A-Za-z_][\w-]*)/g, (_, name: string) => `.${scramble(name)}`);
        else if (rule instanceof CSSGroupingRule) restyle(rule.cssRules);
      }
    };
    for (const sheet of document.styleSheets) restyle(sheet.cssRules);
  }
  all(document.documentElement);
  new MutationObserver((records) => {
    for (const { target, addedNodes, type } of records) {
      if (type === 'attributes' && target instanceof Element) one(target);
      for (const node of addedNodes) if (node instanceof Element) all(node);
    }
  }).observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['class', 'data-testid', 'role', 'aria-label', 'id'],
  });
}
