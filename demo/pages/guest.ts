/** The custom elements the trackers themselves use; every other hyphenated element is a guest. */
const OWN = new Set(['react-app', 'turbo-frame', 'relative-time', 'rails-partial', 'projects-v2', 'include-fragment']);

/** True of what somebody else put into the page: an unknown custom element, or one marked `data-guest`. */
export function isGuest(element: Element): boolean {
  return (element.localName.includes('-') && !OWN.has(element.localName)) || element.hasAttribute('data-guest');
}

/** Removes guests, and nothing else, from a part of the page. */
export function evictGuests(part: ParentNode): void {
  for (const element of part.querySelectorAll('*')) if (isGuest(element)) element.remove();
}
