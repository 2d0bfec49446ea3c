// Video streaming (S3 step 4, requirement 106): one input each for marketing, catalogue, recommendations and player.
import { input, northStar, templateOf } from './template.ts';

export const template = templateOf(
  {
    id: 'video-streaming',
    name: 'Video streaming',
    source: 'S3',
    requirement: 106,
    archetype: 'attention',
  },
  () => ({
    value: 'Subscribers find something worth watching to the end.',
    metrics: [
      northStar({
        id: 'watching-subscribers',
        name: 'Weekly active subscribers watching content',
        shortName: 'Watching',
        kind: 'count',
        unit: 'subscribers',
        window: 'week',
      }),
      input({
        id: 'activations',
        name: 'New subscriber activations',
        shortName: 'Activations',
        kind: 'count',
        unit: 'subscribers',
        window: 'week',
      }),
      input({ id: 'freshness', name: 'Catalogue freshness', shortName: 'Freshness', kind: 'rate', unit: '', denominator: 'titles' }),
      input({
        id: 'recommendations',
        name: 'Recommendation accuracy',
        shortName: 'Accuracy',
        kind: 'rate',
        unit: '',
        denominator: 'recommendations',
      }),
      input({
        id: 'completion',
        name: 'Stream completion rate',
        shortName: 'Completion',
        kind: 'rate',
        unit: '',
        denominator: 'streams begun',
      }),
    ],
  }),
);
