// The program's words where there is no browser to tell them: import this before anything is said.
import { readFileSync } from 'node:fs';

const file = new URL('../public/_locales/en/messages.json', import.meta.url);
const messages = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, { readonly message: string }>>;

const i18n = { getMessage: (name: string): string => messages[name]?.message ?? '' };
Object.assign(globalThis, { browser: { i18n } });
