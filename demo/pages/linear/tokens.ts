/** Linear's inline custom properties on the root element; every value an lch() as the live page has. */
const LIGHT: Record<string, string> = {
  '--bg-color': 'lch(96.9% 0.6 272 / 1)',
  '--bg-base-color': 'lch(99.1% 0.4 272)',
  '--bg-sidebar-color': 'lch(96.9% 0.6 272)',
  '--bg-border-color': 'lch(91.5% 0.8 272)',
  '--color-bg-primary': 'lch(99.1% 0.4 272)',
  '--color-bg-secondary': 'lch(100% 0 272)',
  '--color-bg-tertiary': 'lch(95.9% 0.9 272)',
  '--color-bg-selected': 'lch(94.8% 6.5 288)',
  '--color-text-primary': 'lch(11.2% 2.6 272)',
  '--color-text-secondary': 'lch(30% 4 272)',
  '--color-text-tertiary': 'lch(42.9% 4 272)',
  '--color-text-quaternary': 'lch(59% 4 272)',
  '--color-border-primary': 'lch(91.5% 0.8 272)',
  '--color-border-secondary': 'lch(87.9% 1 272)',
  '--color-border-control': 'lch(59% 4 272)',
  '--color-accent': 'lch(47.9% 59 288)',
  '--color-accent-text': 'lch(40.5% 57 291)',
  '--color-on-accent': 'lch(100% 0 0)',
};

const DARK: Record<string, string> = {
  '--bg-color': 'lch(2.6% 0.4 272 / 1)',
  '--bg-base-color': 'lch(4.6% 1.2 272)',
  '--bg-sidebar-color': 'lch(2.6% 0.4 272)',
  '--bg-border-color': 'lch(14.5% 3 272)',
  '--color-bg-primary': 'lch(4.6% 1.2 272)',
  '--color-bg-secondary': 'lch(7.2% 2.2 272)',
  '--color-bg-tertiary': 'lch(10.9% 2.6 272)',
  '--color-bg-selected': 'lch(15.6% 14 288)',
  '--color-text-primary': 'lch(96% 1 272)',
  '--color-text-secondary': 'lch(84.5% 3 272)',
  '--color-text-tertiary': 'lch(60.9% 5 272)',
  '--color-text-quaternary': 'lch(48% 5 272)',
  '--color-border-primary': 'lch(14.5% 3 272)',
  '--color-border-secondary': 'lch(20.5% 4 272)',
  '--color-border-control': 'lch(48.5% 5 272)',
  '--color-accent': 'lch(60% 55 289)',
  '--color-accent-text': 'lch(72.5% 38 288)',
  '--color-on-accent': 'lch(4.6% 1.2 272)',
};

/** The `style` attribute of Linear's root element. */
export function linearTokens(dark: boolean): string {
  const tokens = Object.entries(dark ? DARK : LIGHT).map(([name, value]) => `${name}: ${value}`);
  return `color-scheme: ${dark ? 'dark' : 'light'}; ${tokens.join('; ')}`;
}
