// What every export carries: the answers, and what their worth was worked from. As JSON this is `azimuth-estimates/v1`,
// whose JSON Schema in public/schema is generated from here. Readers of v1 files must ignore fields they do not know.
import * as z from 'zod/mini';
import { Multiplier } from '../model/framework.ts';
import { Metric } from '../model/metric.ts';
import { Budget, Decision, View } from '../model/record.ts';
import { Answer, Remarks } from '../model/tag.ts';

export const FORMAT = 'azimuth-estimates/v1';

/** The descriptions of this format only: the model's schemas serve others too. */
const descriptions = z.registry<{ description: string }>();
const about = <T extends z.core.$ZodType>(schema: T, description: string): T => {
  descriptions.add(schema, { description });
  return schema;
};

const Current = about(
  z.object({ metric: z.string(), date: z.iso.date(), value: z.number(), source: z.enum(['typed', 'sample', 'import']) }),
  'The newest reading of a metric at the time of the export: the value the gains were worked from.',
);

export const UsedFramework = z.object({
  id: z.string(),
  name: z.string(),
  version: about(z.int(), 'The version at the time of the export; an answer carries the version it was given under.'),
  sample: z.optional(z.boolean()),
  metrics: z.array(Metric),
  formula: z.optional(about(z.string(), 'How the inputs make the North Star Metric, where the framework says; the gains follow from it.')),
  multipliers: z.optional(z.array(Multiplier)),
  readings: z.array(Current),
});
export type UsedFramework = z.infer<typeof UsedFramework>;

const Gain = about(
  z.object({
    mean: z.number(),
    p10: z.number(),
    p90: z.number(),
    chance: about(z.number(), 'That anything moves at all, 0 to 1.'),
    unit: about(z.string(), 'The unit of the North Star Metric.'),
  }),
  'The change of the North Star Metric, the chance that nothing moves included. Worked from the framework and readings in this file; absent where an input has no sensitivity.',
);

const TeamEffect = z.object({
  input: z.string(),
  low: z.number(),
  mid: z.number(),
  high: z.number(),
  chance: about(z.number(), 'The mean of the chances given; who named another input gives this one none.'),
  named: about(z.int(), 'How many of those who answered named this input.'),
  agreement: about(z.number(), 'Doubt as a share of doubt and disagreement, 0 to 1; under a half, they disagree more than they doubt.'),
});

const Team = about(
  z.object({
    answered: z.int(),
    against: about(z.int(), 'How many of them said that it is not North Star work.'),
    effects: about(z.array(TeamEffect), 'Medians of lows, middles and highs, widened by how far they lie apart.'),
    answers: z.array(z.object({ person: z.string(), answer: Answer, at: z.iso.datetime() })),
  }),
  'Where several people answered: what they come to together, and what each of them said. The gain is theirs together.',
);

export const Estimate = z.object({
  ticket: about(z.string(), 'github:[HOST/]OWNER/REPO#N, jira:HOST/KEY-N or linear:WORKSPACE/KEY-N; compare without case.'),
  url: z.optional(z.string()),
  title: about(z.string(), 'As the ticket’s page showed it when it was answered: text of unknown origin.'),
  answer: about(Answer, 'Effects are 80 % intervals (P10 to P90) in the input’s own unit, percentage points for a rate.'),
  gain: z.optional(Gain),
  ...Remarks.shape,
  at: about(z.iso.datetime(), 'When the answer was last changed.'),
  person: about(z.string(), '"me" for the answers of whoever made this file, else the member’s name.'),
  team: z.optional(Team),
  sample: z.optional(z.boolean()),
});
export type Estimate = z.infer<typeof Estimate>;

const key = {
  key: z.optional(about(z.string().check(z.maxLength(160)), 'Under which it is kept, so that a later export of the same is known again.')),
};
export const KeptDecision = z.extend(Decision, key);
export const KeptView = z.extend(View, key);

export const Estimates = z.object({
  format: z.literal(FORMAT),
  generator: z.object({ name: z.string(), version: z.string() }),
  exportedAt: z.iso.datetime(),
  frameworks: z.array(UsedFramework),
  estimates: z.array(Estimate),
  decisions: z.optional(about(z.array(KeptDecision), 'What the team decided, with the numbers of the day.')),
  budgets: z.optional(about(z.array(Budget), 'How much of each quarter is set aside for work that is not for the North Star.')),
  views: z.optional(about(z.array(KeptView), 'Views of the backlog by name; `query` is what stands behind #/backlog? in their address.')),
});
export type Estimates = z.infer<typeof Estimates>;

/** The JSON Schema of `azimuth-estimates/v1`, as published. */
export const estimatesSchema = (): object => ({
  $id: 'urn:azimuth:schema:azimuth-estimates:v1',
  title: 'azimuth-estimates/v1',
  ...z.toJSONSchema(Estimates, { io: 'input', metadata: descriptions }),
});
