import { useEffect, useState } from 'react';
import { openedSwitches } from '../switches.ts';

const EVERY_MS = 2000;
const REMOUNTS_EVERY = 5;

/** A property somebody else keeps changing, and a key that now and then makes the whole rail anew. */
export interface Remote {
  progress: number;
  generation: number;
}

/** What the sync engine does to an open page: a change every two seconds, every fifth one with a new element tree. */
export function useRemote(): Remote {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    const every = openedSwitches().live ?? EVERY_MS;
    if (every === 0) return;
    const timer = setInterval(() => setChanges((before) => before + 1), every);
    return () => clearInterval(timer);
  }, []);
  return { progress: 40 + (changes % 50), generation: Math.floor(changes / REMOUNTS_EVERY) };
}
