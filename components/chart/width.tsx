// Room for a chart that follows the page: drawn again at each width, so that its text keeps its size.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** @param first px to draw with until the element has been measured */
export function Fitted({ first, children }: { first: number; children: (width: number) => ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(first);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const measure = (): void => setWidth(Math.max(160, Math.floor(element.clientWidth) || first));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [first]);
  return (
    <div class="fitted" ref={box}>
      {children(width)}
    </div>
  );
}
