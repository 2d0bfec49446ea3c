// The words by which rules know what a name or a text speaks of. English only; rules that use them say so.
import { plainName } from '../impact/nearest.ts';

const wordsOf = (...patterns: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'u');

const PEOPLE = '(?:users?|accounts?|customers?|members?|people|subscribers?|visitors?|teams?)';

/** Money is what the company gets, and it comes late (85). */
const MONEY = wordsOf(
  'revenues?',
  'turnover',
  'profits?',
  'profitability',
  'gross margin',
  '[am]rr',
  'arpu',
  'arpa',
  'ltv',
  'lifetime value',
  'gmv',
  'gross merchandise (?:value|volume)',
  'bookings value',
  'closed (?:won|deals?)',
  'deals? closed',
  'sales (?:revenue|volume|value)',
  'market share',
  'ebitda',
  'cash flow',
);
/** Grows on its own, or without anybody being served (84). */
const VANITY = wordsOf(
  `(?:total|cumulative|all time|lifetime|registered) (?:number of )?(?:registered )?(?:${PEOPLE}|sign ?ups?|downloads?|installs?)`,
  `registered ${PEOPLE}`,
  'page ?views?',
  'screen views?',
  'impressions?',
  'followers?',
  'likes',
  'hits',
  '(?:web ?site|site|page) visits?',
);
/** Can be had for an incentive (98). */
const GAMEABLE = wordsOf(
  '(?:new )?(?:\\p{L}+ )?sign ?ups?',
  'registrations?',
  'downloads?',
  'installs?',
  'clicks?',
  'click through rate',
  'ctr',
  'invit(?:es?|ations?) sent',
  'trials? started',
  'emails? (?:sent|collected)',
  'leads?',
  'mqls?',
);
/** What the team does, not what comes of it (86, 96). */
const OWN_WORK = wordsOf(
  '(?:features?|releases?|stor(?:y|ies)|bugs?|pull requests?|prs?) (?:shipped|released|delivered|closed|merged|fixed|launched|built)',
  '(?:shipped|released|delivered|launched) features?',
  'story points?',
  'sprint velocity',
  'velocity',
  'deployments?',
  'deploys?',
  'commits?',
  'lines of code',
  'test coverage',
  'roadmap (?:items?|progress)',
);
/** Asked now and then, and far from what was done (87). */
const SURVEY = wordsOf(
  'nps',
  'net promoter(?: score)?',
  'csat',
  'customer satisfaction(?: score)?',
  'customer effort score',
  'survey score',
);
/** That somebody was there, not what for (88). A name that goes on ("weekly active users completing projects") is another metric. */
const PRESENCE = /^(?:raw |number of |total )*(?:[dwm]aus?|(?:daily|weekly|monthly) active users?)(?: \(?[dwm]aus?\)?)?$/u;
/** What a product has, in a sentence that should say what people get (26). */
const FEATURE = wordsOf(
  'features?',
  'dashboards?',
  'gantt(?: charts?)?',
  'integrations?',
  'plug ?ins?',
  'api',
  'editor',
  'chat ?bots?',
  'notifications?',
  'user interface',
  'ui',
  'drag and drop',
  'kanban',
  'widgets?',
  '(?:all in one|ai powered|cloud based|easy to use|powerful|leading|innovative) (?:\\p{L}+ ){0,2}(?:platform|tool|app|software|solution|suite)',
);

const said = (pattern: RegExp) => (text: string) => pattern.test(plainName(text.replace(/[-–—/]/g, ' ')));

export const saysMoney = said(MONEY);
export const saysVanity = said(VANITY);
export const saysGameable = said(GAMEABLE);
export const saysOwnWork = said(OWN_WORK);
export const saysSurvey = said(SURVEY);
export const saysPresence = said(PRESENCE);
export const saysFeature = said(FEATURE);
