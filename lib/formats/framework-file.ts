// What a framework's file holds: `azimuth-framework/v1`, whose JSON Schema in public/schema is generated from here.
// Readers of v1 files must ignore fields they do not know; ours says which it left out.
import * as z from 'zod/mini';
import { Framework } from '../model/framework.ts';
import { Metric } from '../model/metric.ts';
import { Reading } from '../model/reading.ts';

export const FORMAT = 'azimuth-framework/v1';

/** The descriptions of this format only: the model's schemas serve others too. */
const descriptions = z.registry<{ description: string }>();
const about = <T extends z.core.$ZodType>(schema: T, description: string): T => {
  descriptions.add(schema, { description });
  return schema;
};

about(Metric.shape.id, 'Lower-case letters, digits and hyphens. Formulas write it with underscores: items_per_order.');
about(Metric.shape.role, 'Exactly one metric is the north-star; 3 to 5 are inputs.');
about(Metric.shape.kind, 'A rate is in per cent: 32 means 32 %.');
about(Metric.shape.direction, 'Which way is better.');
about(Metric.shape.lag, 'Weeks until a change of it shows in the North Star Metric, or in an outcome for the North Star itself.');
about(Metric.shape.sensitivity, 'Units of the North Star Metric per +1 unit of this input (+1 pp of a rate), as an 80 % interval.');
about(Framework.shape.claims, 'Where tickets are asked about: github:OWNER[/REPO], jira:HOST[/KEY], linear:WORKSPACE[/KEY].');
about(Framework.shape.value, 'The core value, as an outcome for the customer.');
about(Framework.shape.formula, 'The North Star Metric as an expression over its inputs: orders * items_per_order. Rates enter as shares.');
about(Framework.shape.multipliers, 'Inputs that move each other: +1 unit of one brings +factor units of the other.');
about(Framework.shape.version, 'Counts up by one with each saved change.');

/** A reading of the file's own framework. */
export const FileReading = about(z.omit(Reading, { framework: true }), 'A metric’s value, and the last day it speaks of.');
export type FileReading = z.infer<typeof FileReading>;

/** 40 metrics read every week for a long life. */
export const MOST_READINGS = 200_000;

export const FrameworkFile = z.object({
  $schema: about(z.optional(z.string()), 'For editors that complete and check while one types.'),
  format: z.literal(FORMAT),
  framework: Framework,
  readings: z.optional(z.array(FileReading).check(z.maxLength(MOST_READINGS))),
});

/** The JSON Schema of `azimuth-framework/v1`, as published. */
export const frameworkSchema = (): object => ({
  $id: 'urn:azimuth:schema:azimuth-framework:v1',
  title: FORMAT,
  ...z.toJSONSchema(FrameworkFile, { io: 'input', metadata: descriptions }),
});

/** The part of a JSON Schema that is needed to walk along it. */
export interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly maxItems?: number;
}
let known: Shape | undefined;
export const fileShape = (): Shape => (known ??= frameworkSchema() as Shape);
