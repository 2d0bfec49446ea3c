// Days, as people mean them.

/** The day it is here, as an ISO day: what somebody means by "today" is their own calendar's. */
export const dayHere = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
