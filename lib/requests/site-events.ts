// What the browser tells about access: given or taken away in its own settings, or by a prompt that has shut the popup.
import { SiteSchema } from '../messages.ts';
import { ASKED } from '../model/site.ts';
import type { Sites } from './sites.ts';

interface Heard {
  addListener(listener: () => void): void;
}

export interface EventsBrowser {
  readonly permissions: { readonly onAdded: Heard; readonly onRemoved: Heard };
  readonly runtime: { readonly onStartup: Heard };
  readonly storage: {
    readonly session: { get(key: string): Promise<Record<string, unknown>>; remove(key: string): Promise<void> };
  };
}

/** @param bring brings the script into the pages that are open */
export function heedSites(sites: Sites, browser: EventsBrowser, bring: () => Promise<void>): void {
  browser.permissions.onAdded.addListener(() => {
    void (async () => {
      const asked = SiteSchema.safeParse((await browser.storage.session.get(ASKED))[ASKED]);
      if (asked.success && (await sites.add(asked.data)).state === 'done') await browser.storage.session.remove(ASKED);
      else await sites.repair();
      await bring();
    })().catch(complain);
  });
  browser.permissions.onRemoved.addListener(() => void sites.repair().catch(complain));
  browser.runtime.onStartup.addListener(() => void sites.repair().catch(complain));
}

const complain = (error: unknown): void => console.error('Azimuth could not put its sites right.', error);
