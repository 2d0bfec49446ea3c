import { isGuest } from '../guest.ts';
import type { HostNode } from './window.ts';

const serials = new WeakMap<Element, number>();
let last = 0;

/**
 * The page's own elements in document order, with serial numbers that stay with the element. Two calls around a guest's
 * work are equal exactly when it moved, wrapped, re-classed and replaced nothing.
 */
export function listNodes(): HostNode[] {
  const nodes: HostNode[] = [];
  walk(document.body, null, nodes);
  return nodes;
}

function walk(parent: Element, parentSerial: number | null, nodes: HostNode[]): void {
  const own = serialOf(parent);
  if (parentSerial === null) nodes.push(node(parent, null, null));
  let previous: number | null = null;
  for (const child of parent.children) {
    if (isGuest(child)) continue;
    nodes.push(node(child, own, previous));
    walk(child, own, nodes);
    previous = serialOf(child);
  }
}

function node(element: Element, parent: number | null, previous: number | null): HostNode {
  const attributes = Array.from(element.attributes, ({ name, value }) => `${name}=${value}`)
    .sort()
    .join(' ');
  return { serial: serialOf(element), element: element.localName, attributes, parent, previous };
}

function serialOf(element: Element): number {
  let serial = serials.get(element);
  if (serial === undefined) {
    last += 1;
    serial = last;
    serials.set(element, serial);
  }
  return serial;
}
