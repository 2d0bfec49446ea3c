// The point of a chart that is looked at.

/** @param place px; nothing is drawn without one @param top, axis px, between which the line runs */
export function Cursor({ place, top, axis }: { place: readonly [number, number] | undefined; top: number; axis: number }) {
  if (!place) return null;
  const [x, y] = place.map((pixels) => pixels.toFixed(1));
  return (
    <>
      <path class="cursor" d={`M${x} ${top}V${axis}`} />
      <circle class="looked" cx={x} cy={y} r="5.5" />
    </>
  );
}
