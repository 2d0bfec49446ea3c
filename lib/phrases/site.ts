// A site's kind, in words.
import type { Site } from '../model/site.ts';
import { say, type Word } from '../say.ts';

const KINDS: Record<Site['flavour'], Word> = {
  server: 'siteGithubServer',
  'ghe.com': 'siteGithubCloud',
  cloud: 'siteJiraCloud',
  'data-center': 'siteJiraDataCenter',
};

/** `Jira Data Center`. */
export const kindPhrase = ({ flavour }: Pick<Site, 'flavour'>): string => say(KINDS[flavour]);
