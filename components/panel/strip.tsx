// The distribution strip, drawn.
import { HEIGHT, type Strip as Shape, WIDTH } from '../../lib/state/strip.ts';

export function Strip({ strip }: { strip: Shape }) {
  return (
    <svg class={`strip${strip.loss ? ' loss' : ''}`} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width="100%" aria-hidden="true">
      <path class="tail" d={strip.tail} />
      <path class="core" d={strip.core} />
      <path class="curve" d={strip.curve} />
      <path class="axis" d={strip.axis} />
      <path class="mean" d={strip.mean} />
      {strip.labels.map(({ x, text, strong }) => (
        <text key={text} class={strong ? 'strong' : ''} x={x} y={HEIGHT - 2} text-anchor="middle">
          {text}
        </text>
      ))}
    </svg>
  );
}
