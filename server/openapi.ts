// OpenAPI 3.1 of the routes, from the schemas that they parse with.
import * as z from 'zod/mini';
import { ErrorReply, PROTOCOL } from '../lib/sync/protocol.ts';
import type { Route } from './route.ts';

const schemaOf = (schema: z.core.$ZodType, io: 'input' | 'output'): object => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<string, unknown>;
  return rest;
};

interface Shape {
  readonly properties?: Readonly<Record<string, object>>;
  readonly required?: readonly string[];
}

const parameters = (schema: z.core.$ZodType | undefined, where: 'query' | 'path'): object[] => {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as Shape;
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: one,
  }));
};

function operation({ method, path, summary, access, body, query, params, reply }: Route): object {
  const content = typeof reply === 'string' ? { [reply]: {} } : { 'application/json': { schema: schemaOf(reply, 'output') } };
  return {
    summary,
    operationId: `${method.toLowerCase()}${path.replace(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    description: access === 'everybody' ? 'For everybody.' : `For members from the role "${access}" on.`,
    security: access === 'everybody' ? [] : [{ access: [] }],
    parameters: [...parameters(params, 'path'), ...parameters(query, 'query')],
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } } }),
    responses: { 200: { description: 'Done', content }, default: { $ref: '#/components/responses/Error' } },
  };
}

export function openApi(routes: readonly Route[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Azimuth team endpoint', version: String(PROTOCOL), license: { name: 'MIT', identifier: 'MIT' } },
    paths,
    components: {
      securitySchemes: { access: { type: 'http', scheme: 'bearer' } },
      responses: { Error: { description: 'Refused', content: { 'application/json': { schema: schemaOf(ErrorReply, 'output') } } } },
    },
  };
}
