// Azimuth's mark. North is the upright line; the needle leaves the same origin at an angle: the azimuth.

export function Mark({ size }: { size: number }) {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <rect width="16" height="16" rx="4" fill="#1f5fcf" />
      <path d="M4 13V3" stroke="#fff" stroke-opacity=".6" stroke-width="1.5" stroke-linecap="round" />
      <path d="M3.6 13.4 13.4 2.8 11.6 9.6Z" fill="#a9c5f7" />
      <path d="M3.6 13.4 13.4 2.8 6.9 5.5Z" fill="#fff" />
    </svg>
  );
}
