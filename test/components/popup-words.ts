// The words of the extension where there is no browser: from the same file the browser reads.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const path = join(import.meta.dirname, '../../public/_locales/en/messages.json');
const messages = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { readonly message: string }>;

Object.assign(globalThis, {
  chrome: {
    i18n: {
      // A name that is not there must show in a test, not read as nothing.
      getMessage: (name: string): string => messages[name]?.message ?? `?${name}?`,
    },
  },
});

// Numbers and dates as in American English, whatever the machine's own language.
const { NumberFormat, DateTimeFormat } = Intl;
Intl.NumberFormat = class extends NumberFormat {
  constructor(locale?: string | string[], options?: Intl.NumberFormatOptions) {
    super(locale ?? 'en-US', options);
  }
} as typeof NumberFormat;
Intl.DateTimeFormat = class extends DateTimeFormat {
  constructor(locale?: string | string[], options?: Intl.DateTimeFormatOptions) {
    super(locale ?? 'en-US', options);
  }
} as typeof DateTimeFormat;

/** Narrow no-break spaces as plain ones, so that a test reads as it is said. */
export const plain = (text: string | null | undefined): string => (text ?? '').replace(/[\u202f\u00a0]/g, ' ');
