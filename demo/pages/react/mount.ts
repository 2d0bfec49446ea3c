import type { ReactNode } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';

/** Renders over server HTML; when React has to throw that away, the reason is written into `__hydrationErrors`. */
export function hydrate(container: Element, node: ReactNode): Root {
  return hydrateRoot(container, node, {
    onRecoverableError: (error) => window.__hydrationErrors.push(String((error as Error)?.message ?? error)),
  });
}

export function renderFresh(container: Element, node: ReactNode): Root {
  const root = createRoot(container);
  root.render(node);
  return root;
}
