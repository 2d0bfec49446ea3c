// Music streaming (S0, requirement 106): Spotify as that document has it; others tell it otherwise (107).
import { input, northStar, templateOf } from './template.ts';

export const template = templateOf(
  {
    id: 'music-streaming',
    name: 'Music streaming',
    source: 'S0',
    requirement: 106,
    archetype: 'attention',
  },
  () => ({
    value: 'There is always something people want to go on listening to.',
    metrics: [
      northStar({
        id: 'time-listening',
        name: 'Time spent listening',
        shortName: 'Listening',
        kind: 'count',
        unit: 'hours',
        window: 'week',
      }),
      input({
        id: 'conversions',
        name: 'Free-to-paid conversions',
        shortName: 'Conversions',
        kind: 'count',
        unit: 'conversions',
        window: 'week',
      }),
      input({ id: 'daily-users', name: 'Daily active users', shortName: 'Daily users', kind: 'count', unit: 'users', window: 'day' }),
      input({ id: 'session-length', name: 'Session length', kind: 'ratio', unit: 'minutes', denominator: 'session' }),
      input({ id: 'songs', name: 'Songs per session', shortName: 'Songs', kind: 'ratio', unit: 'songs', denominator: 'session' }),
    ],
  }),
);
