// The program as a browser of some language runs it, with given words.
import { vi } from 'vitest';

type Messages = Readonly<Record<string, { readonly message: string }>>;

/** Fresh modules, so that nothing is remembered from another language. @param ui the browser's own language, BCP 47 */
export async function speaking<Result>(ui: string, words: Messages, what: () => Promise<Result>): Promise<Result> {
  vi.resetModules();
  const getMessage = (name: string): string =>
    name === '@@bidi_dir' ? (/^(ar|fa|he)/.test(ui) ? 'rtl' : 'ltr') : (words[name]?.message ?? '');
  vi.stubGlobal('chrome', { i18n: { getMessage, getUILanguage: () => ui } });
  try {
    return await what();
  } finally {
    vi.unstubAllGlobals();
    vi.resetModules();
  }
}

export const sayNumber = (ui: string, words: Messages): Promise<string> =>
  speaking(ui, words, async () => {
    await import('../../lib/say.ts');
    return (await import('../../lib/impact/shown.ts')).formatNumber(-6840.5);
  });

export const sayDay = (ui: string, words: Messages): Promise<string> =>
  speaking(ui, words, async () => (await import('../../lib/phrases/verdict.ts')).formatDay('2026-11-22', '2026-11-23'));
