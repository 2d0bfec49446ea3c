/** Line icons on a 16 x 16 grid, drawn for these pages; the inside of an `<svg>` whose stroke is currentColor. */
export const ICONS = {
  open: '<circle cx="8" cy="8" r="6.25"/><circle cx="8" cy="8" r="1.5" fill="currentColor" stroke="none"/>',
  closed: '<circle cx="8" cy="8" r="6.25"/><path d="M5.5 8.2l1.8 1.8 3.2-3.8"/>',
  pull: '<circle cx="4" cy="3.5" r="1.6"/><circle cx="4" cy="12.5" r="1.6"/><circle cx="12" cy="12.5" r="1.6"/><path d="M4 5.1v5.8M12 10.9V7a2.6 2.6 0 0 0-2.6-2.6H8m1.6-1.9L7.7 4.4l1.9 1.9"/>',
  comment: '<path d="M2.5 3h11v8H8l-3 2.5V11H2.5z"/>',
  gear: '<circle cx="8" cy="8" r="5.9" stroke-width="1.7" stroke-dasharray="2.317 2.317" stroke-dashoffset="1.158"/><circle cx="8" cy="8" r="4.6"/><circle cx="8" cy="8" r="1.9"/>',
  dots: '<g fill="currentColor" stroke="none"><circle cx="3" cy="8" r="1.3"/><circle cx="8" cy="8" r="1.3"/><circle cx="13" cy="8" r="1.3"/></g>',
  search: '<circle cx="7" cy="7" r="4.5"/><path d="M10.5 10.5l3 3"/>',
  menu: '<path d="M2.5 4.25h11M2.5 8h11M2.5 11.75h11"/>',
  plus: '<path d="M8 3v10M3 8h10"/>',
  bell: '<path d="M8 2.25c-2.3 0-3.75 1.7-3.75 4v2.5l-1.25 2.5h10l-1.25-2.5v-2.5c0-2.3-1.45-4-3.75-4zM6.6 13.25h2.8"/>',
  down: '<path d="M4.5 6.5L8 10l3.5-3.5"/>',
  right: '<path d="M6.5 4.5L10 8l-3.5 3.5"/>',
  close: '<path d="M4 4l8 8M12 4l-8 8"/>',
  pin: '<path d="M5.5 2.5h5M6.3 2.5v4L4 9.25h8L9.7 6.5v-4M8 9.25v4.25"/>',
  project: '<rect x="2.25" y="2.5" width="11.5" height="11" rx="1.5"/><path d="M5.25 5v6M8 5v3M10.75 5v4.5"/>',
  table: '<rect x="2.25" y="2.5" width="11.5" height="11" rx="1.5"/><path d="M2.25 6.25h11.5M6 6.25v7.25"/>',
  milestone: '<path d="M8 2v12M3.5 4h7.5l2 2-2 2H3.5z"/>',
  file: '<path d="M4 1.75h5l3 3v9.5H4zM9 1.75v3h3"/>',
  folder: '<path d="M2 3.75h4l1.5 1.75H14v7.25H2z"/>',
  branch:
    '<circle cx="4.5" cy="3.5" r="1.5"/><circle cx="4.5" cy="12.5" r="1.5"/><circle cx="11.5" cy="5" r="1.5"/><path d="M4.5 5v6M11.5 6.5c0 2.5-7 1.5-7 3.5"/>',
  link: '<path d="M6.5 9.5l3-3M7.25 4.5l1.5-1.5a2.65 2.65 0 0 1 3.75 3.75L11 8.25M8.75 11.5l-1.5 1.5A2.65 2.65 0 0 1 3.5 9.25L5 7.75"/>',
  eye: '<path d="M1.5 8c1-2.5 3.4-4.25 6.5-4.25S13.5 5.5 14.5 8c-1 2.5-3.4 4.25-6.5 4.25S2.5 10.5 1.5 8z"/><circle cx="8" cy="8" r="2"/>',
  share:
    '<circle cx="12" cy="3.75" r="1.75"/><circle cx="4" cy="8" r="1.75"/><circle cx="12" cy="12.25" r="1.75"/><path d="M5.5 7.2l5-2.6M5.5 8.8l5 2.6"/>',
  person: '<circle cx="8" cy="5" r="2.5"/><path d="M3 13.25c.5-2.5 2.5-3.75 5-3.75s4.5 1.25 5 3.75"/>',
  inbox: '<path d="M2.25 9l2-6h7.5l2 6v4.25H2.25zM2.25 9H5.5l1 1.75h3l1-1.75h3.25"/>',
  backlog: '<circle cx="8" cy="8" r="5.75" stroke-width="1.5" stroke-dasharray="1.5 2"/>',
  todo: '<circle cx="8" cy="8" r="5.75" stroke-width="1.5"/>',
  started: '<circle cx="8" cy="8" r="5.75" stroke-width="1.5"/><path d="M8 5a3 3 0 0 1 0 6z" fill="currentColor" stroke="none"/>',
  done: '<circle cx="8" cy="8" r="6.5" fill="currentColor" stroke="none"/><path d="M5.25 8.25l1.9 1.9 3.6-4.2" stroke="var(--color-bg-primary, #fff)"/>',
  bars: '<g fill="currentColor" stroke="none"><rect x="2" y="9" width="3" height="5" rx="1"/><rect x="6.5" y="6" width="3" height="8" rx="1"/><rect x="11" y="3" width="3" height="11" rx="1" opacity=".35"/></g>',
  hexagon: '<path d="M8 1.9l5.3 3.05v6.1L8 14.1l-5.3-3.05v-6.1z"/>',
  tag: '<path d="M2.25 2.5h5.5l6 6-5.25 5.25-6.25-6.25z"/><circle cx="5.25" cy="5.5" r=".9" fill="currentColor" stroke="none"/>',
  star: '<path d="M8 2l1.8 3.8 4.2.5-3.1 2.9.8 4.1L8 11.3l-3.7 2 .8-4.1L2 6.3l4.2-.5z"/>',
  filter: '<path d="M2.5 4.25h11M4.5 8h7M6.5 11.75h3"/>',
  sliders: '<path d="M2.5 5h6M11.5 5h2M2.5 11h2M7.5 11h6"/><circle cx="10" cy="5" r="1.5"/><circle cx="6" cy="11" r="1.5"/>',
  bolt: '<path d="M9 1.75L3.5 9H8l-1 5.25L12.5 7H8z"/>',
  trash: '<path d="M3 4.5h10M6 4.5V3h4v1.5M4.25 4.5l.6 8.75h6.3l.6-8.75"/>',
  clock: '<circle cx="8" cy="8" r="6"/><path d="M8 4.75V8l2.25 1.5"/>',
  calendar: '<rect x="2.25" y="3" width="11.5" height="10.5" rx="1.5"/><path d="M2.25 6.5h11.5M5.25 1.75V4M10.75 1.75V4"/>',
  grid: '<g fill="currentColor" stroke="none"><rect x="2.5" y="2.5" width="3" height="3" rx=".5"/><rect x="6.5" y="2.5" width="3" height="3" rx=".5"/><rect x="10.5" y="2.5" width="3" height="3" rx=".5"/><rect x="2.5" y="6.5" width="3" height="3" rx=".5"/><rect x="6.5" y="6.5" width="3" height="3" rx=".5"/><rect x="10.5" y="6.5" width="3" height="3" rx=".5"/><rect x="2.5" y="10.5" width="3" height="3" rx=".5"/><rect x="6.5" y="10.5" width="3" height="3" rx=".5"/><rect x="10.5" y="10.5" width="3" height="3" rx=".5"/></g>',
  home: '<path d="M2.25 7.5L8 2.5l5.75 5M4 6.5v7h8v-7M6.5 13.5V9.5h3v4"/>',
  smile:
    '<circle cx="8" cy="8" r="6.25"/><path d="M5.5 9.5c1.3 1.6 3.7 1.6 5 0"/><g fill="currentColor" stroke="none"><circle cx="6" cy="6.5" r=".8"/><circle cx="10" cy="6.5" r=".8"/></g>',
  tasks: '<path d="M2.5 4l1 1 1.75-2M2.5 8.5l1 1 1.75-2M7.5 4.25h6M7.5 8.75h6M7.5 12.75h6M2.75 12.75h2"/>',
} as const;

export type IconName = keyof typeof ICONS;

export const ICON_FRAME =
  'viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"';

/** An icon as a string of HTML; `attributes` are further attributes, already escaped. */
export function iconHtml(name: IconName, size = 16, attributes = ''): string {
  return `<svg width="${size}" height="${size}" ${ICON_FRAME} aria-hidden="true" ${attributes}>${ICONS[name]}</svg>`;
}
