import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type Plain = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & Record<`data-${string}`, unknown>;

// GitHub's own custom elements, as far as these pages write them in JSX.
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'relative-time': Plain & { datetime: string };
      'rails-partial': Plain;
    }
  }
}
