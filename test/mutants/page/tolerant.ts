// A host whose nodes were wrapped, reordered or put aside would lose its way in its own page. It is led to where they are now,
// as if it had drawn them there itself. Only the page's own scripts see this; an extension's have their own prototypes.

/** What stands for a node that is away. */
export const away = new WeakMap<Node, Comment>();
export const wrappers = new WeakSet<Node>();

export function beTolerant(): void {
  const { removeChild, insertBefore } = Node.prototype;
  Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    const parent = child.parentNode;
    if (parent === this) return removeChild.call(this, child) as T;
    const place = away.get(child);
    if (place) {
      away.delete(child);
      place.remove();
    }
    if (!parent) return child;
    removeChild.call(parent, child);
    if (wrappers.has(parent) && parent.childNodes.length === 0) parent.parentNode?.removeChild(parent);
    return child;
  };
  Node.prototype.insertBefore = function <T extends Node>(this: Node, node: T, before: Node | null): T {
    let at: Node | null = (before && away.get(before)) ?? before;
    if (at && at.parentNode !== this) {
      while (at && at.parentNode !== this) at = at.parentNode;
      // Put aside with all that was around it: at the end is near enough.
    }
    return insertBefore.call(this, node, at) as T;
  };
}
