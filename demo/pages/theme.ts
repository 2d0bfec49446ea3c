import { linearTokens } from './linear/tokens.ts';
import type { Theme } from './switches.ts';

/** The attributes each tracker marks its theme with on the root element. */
export function themeAttributes(host: string, theme: Theme): Record<string, string> {
  if (host === 'linear.app') return linearTheme(theme);
  const mode = theme === 'dimmed' ? 'dark' : theme;
  if (host.endsWith('.atlassian.net')) {
    // Jira resolves "auto" in its settings; the page only ever says what is active.
    return {
      'data-theme': 'dark:dark light:light spacing:spacing typography:typography',
      'data-color-mode': mode === 'auto' ? 'light' : mode,
    };
  }
  return {
    'data-color-mode': mode,
    'data-light-theme': 'light',
    'data-dark-theme': theme === 'dimmed' ? 'dark_dimmed' : 'dark',
  };
}

function linearTheme(theme: Theme): Record<string, string> {
  const dark = theme === 'dark' || theme === 'dimmed';
  return { class: dark ? 'dark' : '', style: linearTokens(dark) };
}

/** Switches the theme of the open page. */
export function setTheme(host: string, theme: Theme): void {
  for (const [name, value] of Object.entries(themeAttributes(host, theme))) {
    document.documentElement.setAttribute(name, value);
  }
}
