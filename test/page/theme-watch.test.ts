// @vitest-environment happy-dom
// Noticing that the host or the system changed its theme.
import { describe, expect, it, vi } from 'vitest';
import { watchTheme } from '../../lib/page/theme.ts';

const system: { listeners: (() => void)[] } = { listeners: [] };
vi.stubGlobal('matchMedia', () => ({
  matches: false,
  addEventListener: (_: string, listener: () => void) => system.listeners.push(listener),
}));

describe('watchTheme', () => {
  it('calls back when host or system change their theme, and no more once it has ended', async () => {
    const changed = vi.fn();
    const life = new AbortController();
    watchTheme(document, changed, life.signal);
    document.documentElement.classList.add('dark');
    await new Promise((done) => setTimeout(done));
    expect(changed).toHaveBeenCalledTimes(1);
    document.body.setAttribute('data-theme', 'dark');
    document.body.setAttribute('title', 'x');
    await new Promise((done) => setTimeout(done));
    expect(changed).toHaveBeenCalledTimes(2);
    system.listeners[0]?.();
    expect(changed).toHaveBeenCalledTimes(3);
    life.abort();
    document.documentElement.classList.remove('dark');
    await new Promise((done) => setTimeout(done));
    expect(changed).toHaveBeenCalledTimes(3);
  });
});
