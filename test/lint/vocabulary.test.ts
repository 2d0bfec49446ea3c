// What names are taken for. The good ones are the documents' own, and must be left in peace.
import { describe, expect, it } from 'vitest';
import { saysFeature, saysGameable, saysMoney, saysOwnWork, saysPresence, saysSurvey, saysVanity } from '../../lib/lint/vocabulary.ts';

const SAYS = { saysMoney, saysVanity, saysGameable, saysOwnWork, saysSurvey, saysPresence } as const;
const taken = (name: string): string[] => Object.entries(SAYS).flatMap(([kind, says]) => (says(name) ? [kind] : []));

/** Of S0, S1, S3 and S4. */
const GOOD = [
  'Time spent listening',
  'Nights booked',
  'Messages sent',
  'Messages sent in active workspaces',
  'Transactions per user',
  'Rides per week',
  'User retention',
  'Minutes watched',
  'Weekly hosted meetings',
  'Records created',
  'Weekly active teams',
  'Weekly active teams completing projects',
  'Weekly active subscribers',
  'Weekly active subscribers watching content',
  'Weekly workouts completed',
  'Weekly transactions where buyers leave positive reviews',
  'Campaigns run per team per month',
  'Items received on time',
  'Tasks completed',
  'Activated users who complete a core action within 7 days',
  'Daily active users who finish a lesson',
  'Clinic visits completed',
  'Meals delivered',
  'Tickets resolved for customers',
];

describe('a North Star', () => {
  it.each(GOOD)('%s: nothing to say', (name) => {
    expect(taken(name)).toEqual([]);
  });

  it.each([
    ['Revenue', 'saysMoney'],
    ['ARR', 'saysMoney'],
    ['Gross margin', 'saysMoney'],
    ['Closed-won deals', 'saysMoney'],
    ['Merchant gross merchandise volume (GMV)', 'saysMoney'],
    ['Registered users', 'saysVanity'],
    ['Total sign-ups', 'saysVanity saysGameable'],
    ['Cumulative downloads', 'saysVanity saysGameable'],
    ['Pageviews', 'saysVanity'],
    ['Page-views per month', 'saysVanity'],
    ['Followers', 'saysVanity'],
    ['New signups', 'saysGameable'],
    ['New user sign-ups', 'saysGameable'],
    ['App installs', 'saysGameable'],
    ['Clicks', 'saysGameable'],
    ['MQLs', 'saysGameable'],
    ['Number of features shipped', 'saysOwnWork'],
    ['Pull requests merged', 'saysOwnWork'],
    ['Sprint velocity', 'saysOwnWork'],
    ['Story points', 'saysOwnWork'],
    ['NPS', 'saysSurvey'],
    ['Net Promoter Score', 'saysSurvey'],
    ['CSAT', 'saysSurvey'],
    ['DAU', 'saysPresence'],
    ['DAUs', 'saysPresence'],
    ['raw DAU', 'saysPresence'],
    ['Daily active users (DAUs)', 'saysPresence'],
    ['Monthly Active Users', 'saysPresence'],
  ])('%s: %s', (name, kinds) => {
    expect(taken(name).join(' ')).toBe(kinds);
    expect(taken(name.toUpperCase()).join(' ')).toBe(kinds);
  });

  it('is not taken for what only a part of its word says', () => {
    for (const name of ['Gmvx', 'Dauphins seen', 'Likeness checks', 'Renewals', 'Marrows sold', 'Snapshots kept', 'Carriers found']) {
      expect(taken(name), name).toEqual([]);
    }
  });
});

describe('a value', () => {
  it.each([
    'Gantt charts',
    'Dashboards for everybody',
    'An all-in-one platform',
    'AI-powered workflow tool',
    'A drag-and-drop editor',
    'Open API',
  ])('%s: a feature', (text) => expect(saysFeature(text)).toBe(true));
  it.each(['Projects completed on time', 'There is always something people want to go on listening to.', 'People keep exercising.'])(
    '%s: an outcome',
    (text) => expect(saysFeature(text)).toBe(false),
  );
});
