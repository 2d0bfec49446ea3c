// Text on its way into HTML or XML, where it must stay text.

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' };
// What XML 1.0 cannot hold, not even as an entity, and HTML drops or takes for another character.
// oxlint-disable-next-line no-control-regex -- it is these that are meant
const UNFIT = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g;

/** Any text, so that it is shown as it is between tags and within quotes. What cannot be written stands as U+FFFD. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(UNFIT, '\uFFFD')
    .replace(/[&<>"'`]/g, (sign) => ENTITIES[sign] ?? '');

/** An address that may stand behind a link: https or http and nothing else. */
export const isWebAddress = (url: string | undefined): url is string => url !== undefined && /^https?:\/\/[^\s"'<>`\\]+$/i.test(url);
