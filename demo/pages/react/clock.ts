import { useEffect, useState, useSyncExternalStore } from 'react';

/** Seconds since this part of the page was mounted, in steps of `every`; 0 in the server's HTML. */
export function useSeconds(every: number): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const started = Date.now();
    const timer = setInterval(() => setSeconds(Math.round((Date.now() - started) / 1000)), every * 1000);
    return () => clearInterval(timer);
  }, [every]);
  return seconds;
}

const never = (): (() => void) => () => {};

/** False in the server's HTML and in the render that hydrates it, then true: the state change every SSR page makes. */
export function useMounted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
