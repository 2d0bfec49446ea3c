// Every tracker's addresses, for the script that runs on each of their pages.
import { githubAddresses } from './github.ts';
import { jiraAddresses } from './jira.ts';
import { linearAddresses } from './linear.ts';
import type { Addresses } from './tracker.ts';

const TRACKERS: readonly Addresses[] = [githubAddresses, jiraAddresses, linearAddresses];

/** The ticket an address names, or `undefined`; never throws on what is not an address. */
export function ticketAt(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return TRACKERS.find((tracker) => tracker.hosts(url.hostname))?.ticket(url);
}
