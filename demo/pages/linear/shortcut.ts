import { useEffect } from 'react';
import { SHORTCUT } from '../probe/window.ts';

/** Runs `act` when one of the tracker's shortcuts fires. */
export function useShortcut(name: string, act: () => void): void {
  useEffect(() => {
    const onShortcut = (event: Event) => (event as CustomEvent<string>).detail === name && act();
    window.addEventListener(SHORTCUT, onShortcut);
    return () => window.removeEventListener(SHORTCUT, onShortcut);
  }, [name, act]);
}
