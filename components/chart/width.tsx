// Room for a chart that follows the page: drawn again at each width, so that its text keeps its size.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface FittedProps {
  /** px to draw with until the element has been measured. */
  readonly first: number;
  /** The same on paper, where nothing is measured in time. */
  readonly printed: number;
  readonly children: (width: number, onPaper: boolean) => ComponentChildren;
}

export function Fitted({ first, printed, children }: FittedProps) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(first);
  const [onPaper, setOnPaper] = useState(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const measure = (): void => setWidth(Math.max(160, Math.floor(element.clientWidth) || first));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    const paper = (): void => {
      observer.disconnect();
      setWidth(printed);
      setOnPaper(true);
    };
    const screen = (): void => {
      setOnPaper(false);
      observer.observe(element);
    };
    addEventListener('beforeprint', paper);
    addEventListener('afterprint', screen);
    return () => {
      observer.disconnect();
      removeEventListener('beforeprint', paper);
      removeEventListener('afterprint', screen);
    };
  }, [first, printed]);
  return (
    <div class="fitted" ref={box}>
      {children(width, onPaper)}
    </div>
  );
}
