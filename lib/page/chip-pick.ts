// Which row the extension's own key means: the one in focus, the one under the pointer, the one the host has selected,
// else the first that can be seen and is not answered.
import type { Shown } from './chip-list.ts';

/** @param selector how a row looks that the host or its user has selected */
export function pickRow(document: Document, shown: Iterable<Shown>, selector: string): Shown | undefined {
  const chips = [...shown].filter(({ element }) => element.isConnected);
  const inside = (holder: Element | null | undefined): Shown | undefined =>
    holder ? chips.find(({ row }) => holder !== document.body && (row === holder || row.contains(holder))) : undefined;
  const focused = inside(document.activeElement);
  if (focused) return focused;
  const hovered = inside([...document.querySelectorAll(':hover')].at(-1));
  if (hovered) return hovered;
  const selected = chips.find(({ row }) => row.matches(selector) || row.closest(selector) || row.querySelector(selector));
  if (selected) return selected;
  const visible = chips
    .map((chip) => ({ chip, box: chip.element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && box.top >= 0 && box.bottom <= innerHeight)
    .toSorted((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
  return (visible.find(({ chip }) => chip.value?.kind === 'open') ?? visible[0])?.chip;
}
