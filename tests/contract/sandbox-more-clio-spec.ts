import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Clio's official API description, beside the repository and not part of it. */
const FILE = join(import.meta.dirname, '../../../shared/specs/clio/openapi.json');
export const specHere = existsSync(FILE);

export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: string[];
  items?: Schema;
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
}
export interface ClioOperation {
  parameters: { in: string; name: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}
interface Spec {
  paths: Record<string, Record<string, ClioOperation>>;
  components: { schemas: Record<string, Schema> };
}
const spec: Spec = specHere ? JSON.parse(readFileSync(FILE, 'utf8')) : { paths: {}, components: { schemas: {} } };

/** The operation of a sandbox path (`/bills/:id`). */
export function specOperation(method: string, path: string): ClioOperation | undefined {
  const named = path.replace(/:(\w+)/g, '{$1}');
  return spec.paths[named.endsWith('.json') ? named : `${named}.json`]?.[method.toLowerCase()];
}

function flat(schema: Schema): Schema {
  if (schema.$ref) return flat(spec.components.schemas[schema.$ref.split('/').at(-1)!]!);
  if (!schema.allOf) return schema;
  return { type: 'object', properties: Object.assign({}, ...schema.allOf.map(flat).map(({ properties }) => properties)) };
}

/** What an answered record breaks of its kind's schema. Null passes: the description marks nothing nullable, answers have nulls. */
export const answerProblems = (value: unknown, kind: string) => problems(value, { $ref: `#/components/schemas/${kind}` }, kind);

function problems(value: unknown, given: Schema, at: string): string[] {
  const schema = flat(given);
  if (value === null) return [];
  if (schema.enum && !schema.enum.includes(value as string)) return [`${at}: ${value} is not one of ${schema.enum}`];
  if (schema.type === 'array') {
    return Array.isArray(value) ? value.flatMap((item) => problems(item, schema.items!, at)) : [`${at}: not a list`];
  }
  // Some participants' schema is empty in the description; such a record may hold anything.
  if (schema.properties && Object.keys(schema.properties).length) {
    if (typeof value !== 'object') return [`${at}: not an object`];
    return Object.entries(value as object).flatMap(([name, inner]) => {
      const expected = schema.properties![name];
      return expected ? problems(inner, expected, `${at}.${name}`) : [`${at}.${name} is not declared`];
    });
  }
  return plainProblem(value, schema) ? [`${at}: ${JSON.stringify(value)} is not ${schema.type} ${schema.format ?? ''}`] : [];
}

function plainProblem(value: unknown, { type, format }: Schema): boolean {
  if (type === 'integer') return !Number.isInteger(value);
  if (type === 'number') return typeof value !== 'number';
  if (type === 'boolean') return typeof value !== 'boolean';
  if (type === 'string' && typeof value !== 'string') return true;
  if (format === 'date') return !/^\d{4}-\d{2}-\d{2}$/.test(value as string);
  if (format === 'date-time') return !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/.test(value as string);
  return false;
}
