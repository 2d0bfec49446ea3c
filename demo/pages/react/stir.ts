import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

let generation = 0;
let tick = 0;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function publish(): void {
  flushSync(() => {
    for (const listener of listeners) listener();
  });
}

/** A key for the parents guests live in: when it changes, React replaces them by fresh equal ones in one commit. */
export function useGeneration(): number {
  return useSyncExternalStore(
    subscribe,
    () => generation,
    () => 0,
  );
}

/** Changes with every re-render in place; a component that reads it renders again. */
export function useTick(): number {
  return useSyncExternalStore(
    subscribe,
    () => tick,
    () => 0,
  );
}

export function wipe(): void {
  generation += 1;
  publish();
}

export function rerender(): void {
  tick += 1;
  publish();
}
