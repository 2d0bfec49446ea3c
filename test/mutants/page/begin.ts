// Mutates a page from its first node on, and watches what stands in it meanwhile. The first script of the page.
import { listNodes } from '../../../demo/pages/probe/nodes.ts';
import { randomFrom } from '../../simulations/random.ts';
import { grownByChips, misplacedChips, ticketsShown } from './chips.ts';
import { levelLandmarks, type Naming, namingOf, restyle } from './names.ts';
import type { Orders } from './orders.ts';
import { ours, watchOrigin } from './origin.ts';
import { delaying, redrawing, reordering, type Shaping, wrapping } from './shape.ts';
import { beTolerant } from './tolerant.ts';
import { watchPanel } from './watch.ts';
import { translator } from './words.ts';

const AWAKE_EVERY_MS = 50;
const CHANGED = ['class', 'id', 'role', 'aria-label', 'data-testid'];

window.mutatePage = (orders: Orders): void => {
  // A frame of the page is not the page.
  if (window !== top) return;
  const { kinds, living } = orders;
  const random = randomFrom(orders.seed);
  const salt = Math.floor(random.uniform() * 2 ** 31);
  const origin = watchOrigin(orders);
  const namings: Naming[] = kinds.flatMap((kind) => namingOf(kind, salt, random.uniform()) ?? []);
  if (kinds.includes('labels translated')) namings.push({ one: translator(random.uniform()) });
  const shapings: Shaping[] = kinds.flatMap((kind) => {
    if (kind === 'wrapped') return wrapping(origin, random);
    if (kind === 'reordered') return reordering(origin, random);
    if (kind === 'delayed') return delaying(origin, random);
    return kind === 're-rendered' ? redrawing(origin, random, orders) : [];
  });
  beTolerant();
  const level = kinds.includes('landmarks removed') ? levelLandmarks(origin) : undefined;

  const one = (element: Element): void => {
    if (ours(element)) return;
    for (const naming of namings) naming.one(element);
  };
  const all = (root: Element): void => {
    if (ours(root)) return;
    const elements = [root, ...root.querySelectorAll('*')];
    // All of them before any is changed: what one was may be said by another.
    for (const element of elements) origin.note(element);
    for (const element of elements) one(element);
  };
  let shaped = false;
  const shape = (): void => {
    if (shaped) for (const shaping of shapings) shaping.apply();
  };
  const panel = watchPanel(origin);
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes' && target instanceof Element) one(target);
      for (const node of addedNodes) if (node instanceof Element && node.isConnected) all(node);
    }
    if (namings.some(({ selector }) => selector)) restyle(namings);
    if (records.some(({ addedNodes }) => [...addedNodes].some((node) => node instanceof Element && !ours(node)))) shape();
    panel.look();
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: CHANGED });

  const parsed = (): void => {
    level?.();
    restyle(namings);
    if (!living) begin();
    else awaken();
  };
  const begin = (): void => {
    shaped = true;
    shape();
  };
  /** React keeps a note on each of its nodes from the moment it has taken them over. */
  const awaken = (): void => {
    const kept = [...document.querySelectorAll('body div')].some((element) =>
      Object.keys(element).some((key) => key.startsWith('__reactFiber')),
    );
    const plain = document.readyState === 'complete' && !document.querySelector('react-app, #jira-frontend, #root');
    if (kept || plain) begin();
    else setTimeout(awaken, AWAKE_EVERY_MS);
  };
  document.addEventListener('readystatechange', () => document.readyState === 'interactive' && parsed());
  addEventListener('load', () => restyle(namings));
  window.__mutator = {
    seen: panel.seen,
    stop: () => {
      for (const { stop } of shapings) stop?.();
    },
    chips: () => ({ tickets: ticketsShown(), wrong: misplacedChips(origin) }),
    grown: grownByChips,
    nodes: () => JSON.stringify(listNodes()),
  };
};
