// The extension API for the background and the extension's own pages. The only importer of the polyfill.
import browser from 'webextension-polyfill';

export { browser };
