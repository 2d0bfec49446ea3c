// What of the summary can be looked at in full. Each is part of the address.

export const PANELS = ['coverage', 'gap', 'cost', 'stale', 'record'] as const;
export type Panel = (typeof PANELS)[number];

export const panelIn = (text: string | undefined): Panel | undefined => PANELS.find((panel) => panel === text);
