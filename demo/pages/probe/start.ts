import { evictGuests } from '../guest.ts';
import { setTheme } from '../theme.ts';
import { closeDialog, openDialog } from './dialog.ts';
import { recordHeard } from './heard.ts';
import { listNodes } from './nodes.ts';
import { bindShortcuts } from './shortcuts.ts';
import { shortcutsOf } from './tables.ts';

// First script of every page, before its body is parsed: nothing a guest does can be earlier.
window.__heard = [];
window.__shortcuts = [];
window.__errors = [];
window.__hydrationErrors = [];
window.__nodes = listNodes;
window.__host = {
  wipe: () => {},
  evict: () => evictGuests(document.body),
  navigate: (path) => location.assign(path),
  rerender: () => {},
  openDialog,
  closeDialog,
  setTheme: (theme) => setTheme(location.hostname, theme),
};
window.addEventListener('error', (event) => window.__errors.push(event.message));
window.addEventListener('unhandledrejection', (event) => window.__errors.push(String(event.reason)));
recordHeard(window.__heard);
bindShortcuts(shortcutsOf(location.hostname), window.__shortcuts);
