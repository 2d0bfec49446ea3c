import { resolve } from 'node:path';
import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';

const SHIPPED = ['preact', '@preact/signals', '@preact/signals-core', 'idb', 'zod', 'fflate', 'webextension-polyfill'];
/** For what only one browser reads. Edge reads what Chrome reads. */
const OF_ONE_BROWSER: Readonly<Record<string, object>> = {
  chrome: { minimum_chrome_version: '120' },
  edge: { minimum_chrome_version: '120' },
  firefox: {
    browser_specific_settings: {
      gecko: {
        id: 'azimuth@azimuth.invalid',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  },
  // Not tried in Safari itself, which takes an extension only inside an app.
  safari: { browser_specific_settings: { safari: { strict_min_version: '18.0' } } },
};
const TRACKERS = ['https://github.com/*', 'https://*.atlassian.net/*', 'https://linear.app/*'];

const CLASSIC = { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } as const;
/**
 * Scripts on tracker pages count their bytes. What is built goes without a second maker of nodes beside Preact's own, which
 * the automatic way of JSX brings, and without WXT's report of errors that the browser's console reports anyway.
 */
const BARE: readonly Plugin[] = [
  {
    name: 'azimuth:classic-jsx',
    apply: 'build',
    enforce: 'pre',
    transform: { filter: { id: /^[^?]*\.tsx$/ }, handler: (code) => `import { h, Fragment } from 'preact';${code}` },
  },
  {
    name: 'azimuth:bare-script',
    apply: 'build',
    enforce: 'pre',
    load: { filter: { id: /define-unlisted-script/ }, handler: () => 'export const defineUnlistedScript = (main) => ({ main });' },
  },
  {
    name: 'azimuth:bare-entry',
    apply: 'build',
    enforce: 'post',
    // After Preact's plugin, which asks for the automatic way.
    config: (config) => void (config.oxc = { ...config.oxc, jsx: CLASSIC }),
    transform: {
      filter: { id: /virtual:wxt-unlisted-script-entrypoint/ },
      handler: (code) => `${/^import definition from .*$/m.exec(code)?.[0]}\nexport default definition.main();`,
    },
  },
];

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: () => ({ plugins: [preact(), ...BARE], build: { target: ['chrome120', 'firefox140', 'safari18'] } }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    incognito: 'not_allowed',
    permissions: ['storage', 'scripting', 'alarms', 'activeTab'],
    host_permissions: TRACKERS,
    // A GitHub or Jira of somebody's own: asked for at the click that adds it, one host at a time. Many of them are in a
    // network of their own and have no certificate, so plain http can be asked for as well; it is said what that means.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    action: { default_title: '__MSG_name__' },
    commands: {
      'focus-panel': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commandFocus__' },
    },
    content_security_policy: {
      extension_pages: "script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'",
    },
    ...OF_ONE_BROWSER[browser],
  }),
  // `wxt` opens a browser on the live sites where there is a display, and says where the build is where there is none.
  webExt: {
    disabled: process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'],
    startUrls: ['https://github.com/issues'],
  },
  hooks: {
    // Whose work is shipped, each with its notice, unmodified.
    'build:publicAssets': (_, files) => {
      for (const name of SHIPPED)
        files.push({
          absoluteSrc: resolve(`node_modules/${name}/LICENSE`),
          relativeDest: `licenses/${name.replace(/\W+/g, '-').replace(/^-/, '')}.txt`,
        });
    },
    // A content script by WXT costs 1.3 kB on every page and announces the extension to the page by an event
    // that carries its id; an unlisted script named here does neither.
    'build:manifestGenerated': (_, manifest) => {
      manifest.content_scripts = [{ matches: TRACKERS, js: ['tracker.js'], run_at: 'document_start' }];
      delete manifest.web_accessible_resources;
      // WXT takes the popup's own title, in one language only.
      if (manifest.action) manifest.action.default_title = '__MSG_name__';
    },
  },
});
