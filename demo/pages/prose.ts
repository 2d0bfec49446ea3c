import type { Ticket } from './data.ts';

/** What a ticket says: why, what to do, what is known, and what somebody answered. */
export interface Prose {
  problem: string;
  proposal: readonly string[];
  known: string;
  facts: readonly string[];
  reply: string;
}

const SIGN_UP: Prose = {
  problem: 'New teams land on an empty board. Two of three leave before they create a project, and most of those never come back.',
  proposal: [
    'Ask “What are you working on first?” as the last step of sign-up.',
    'Create that project with a starter list of three tasks.',
    'Open the board on that project, with the first task selected.',
  ],
  known: 'In the September test, 41 of 96 teams that were asked completed a project within 14 days; 29 of 94 that were not asked did.',
  facts: [
    'The step added 6 seconds to sign-up; completion of sign-up did not change.',
    'Teams of one skipped it more often than teams of three or more.',
  ],
  reply: 'Flow and copy are ready. The skip link stays visible on every step; nothing blocks a team that wants to look around first.',
};

const TEMPLATE: Prose = {
  problem: 'A project without tasks shows a grey board and one button. Half of the teams that see it close the tab within a minute.',
  proposal: [
    'Offer three templates picked from the name of the project.',
    'Show what each one adds before it is added.',
    'Keep “Start empty” as the fourth choice, with the same weight.',
  ],
  known: 'Projects that started from a template in the last quarter were completed in 61 % of cases; those that started empty in 44 %.',
  facts: ['The gallery is two clicks away today; 34 % of teams have ever opened it.', 'Names in other languages match badly.'],
  reply: 'The previews are the slow part. With the ones that are stored already the list is there in 300 ms.',
};

const TOUR: Prose = {
  problem: 'The tour has nine steps and one in four teams reaches the last. What they do next is create a project by hand.',
  proposal: [
    'Replace the tour by a choice of three templates.',
    'Explain each part of the board the first time it is used.',
    'Leave a link to the tour in the help menu.',
  ],
  known: 'Teams that skipped the tour invited fewer people in their first week, but completed as many projects.',
  facts: ['The tour is the most reported onboarding problem since July.', 'Support opens it for people in calls.'],
  reply: 'The invitation step has to live somewhere else then; without the tour nobody sees it.',
};

const SECURITY: Prose = {
  problem: 'The audit starts in January. Evidence for 38 controls is asked for, and 21 of them have no owner.',
  proposal: [
    'Name an owner for each control.',
    'Collect access reviews and change records monthly.',
    'Keep everything in one read-only folder.',
  ],
  known: 'Last year the same work took eleven days in the week before the audit.',
  facts: ['Two customers wait for the report before they renew.', 'Nothing a team sees in the product changes.'],
  reply: 'The access reviews of October are in. The change records need a script.',
};

const SPECIAL: readonly [RegExp, Prose][] = [
  [/first project|phone number|One-field/, SIGN_UP],
  [/template when|template a team|previews|Empty states/i, TEMPLATE],
  [/tour/, TOUR],
  [/SOC 2|signing keys|database|old editor/, SECURITY],
];

/** The text of a ticket; a few have their own, the others say what everyday work says. */
export function proseOf(one: Ticket): Prose {
  const special = SPECIAL.find(([pattern]) => pattern.test(one.title))?.[1];
  if (special) return special;
  return {
    problem: `${one.title}: asked for by support in most weeks since August, and by three of the ten largest teams.`,
    proposal: [
      'Do the smallest change that answers the request.',
      'Ship it to one in ten teams first.',
      'Look at the numbers after two weeks.',
    ],
    known: 'About one team in five runs into it in its first month.',
    facts: ['There is a way around it, which nobody finds.', 'A design exists from the spring.'],
    reply: 'Fits into the next cycle if the board work is done by then.',
  };
}
