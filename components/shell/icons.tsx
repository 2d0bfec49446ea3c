// The dashboard's icons, 16 px, in the text's colour. Always beside a word, or on a button with a name.

const PATHS = {
  status: 'M2 12l4-4 3 2.5L14 4.5M10.5 4.5H14V8',
  backlog: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.1M2.5 8h.1M2.5 12h.1',
  decisions: 'M3.5 2.5h9v11h-9zM6 6h4M6 8.5h4M6 11h2',
  sweep: 'M2.5 4h7M2.5 8h5M2.5 12h4M9.5 11l2 2 3-4',
  framework: 'M8 5.5V8M3.5 11V8h9v3M6 2.5h4v3H6zM2 11h3v2.5H2zM11 11h3v2.5h-3z',
  data: 'M8 2.5v8M4.75 7.5L8 10.75l3.25-3.25M3 13.5h10',
  exchange: 'M5 13V3M2.75 5.25L5 3l2.25 2.25M11 3v10M8.75 10.75L11 13l2.25-2.25',
  settings:
    'M10 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0M8 1.75V3.5M8 12.5v1.75M14.25 8H12.5M3.5 8H1.75M12.42 3.58l-1.24 1.24M4.82 11.18l-1.24 1.24M12.42 12.42l-1.24-1.24M4.82 4.82L3.58 3.58',
  filter: 'M2.5 4.5h11M4.5 8h7M6.5 11.5h3',
  search: 'M11 7a4 4 0 1 1-8 0 4 4 0 0 1 8 0M10 10l3.5 3.5',
  history: 'M3 8a5 5 0 1 0 1.6-3.65M3 2.5v2.25h2.25M8 5.5V8l2 1.25',
  cross: 'M4 4l8 8M12 4l-8 8',
  plus: 'M8 3.5v9M3.5 8h9',
  undo: 'M3.5 6.5h6a3.25 3.25 0 0 1 0 6.5H7M6 4L3.5 6.5 6 9',
  redo: 'M12.5 6.5h-6a3.25 3.25 0 0 0 0 6.5H9M10 4l2.5 2.5L10 9',
  check: 'M3.5 8.5l3 3 6-7',
  earlier: 'M9.5 4L5.5 8l4 4',
  later: 'M6.5 4l4 4-4 4',
  bin: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.5 8.5h6l.5-8.5',
  warning: 'M8 2.5l6 10.5H2zM8 6.5v3M8 11.2v.1',
  note: 'M13.75 8a5.75 5.75 0 1 1-11.5 0 5.75 5.75 0 0 1 11.5 0M8 7.25v3.5M8 5.2v.1',
  team: 'M8 6a2 2 0 1 1-4 0 2 2 0 0 1 4 0M2 13c0-2.2 1.8-4 4-4s4 1.8 4 4M10.5 4.2a2 2 0 0 1 0 3.6M11.5 9.3c1.5.5 2.5 1.9 2.5 3.7',
  device: 'M3 3.5h10v7H3zM1.5 13h13',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.25"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
