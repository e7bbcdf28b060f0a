import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Official API files, beside the repository; not part of it. */
const ROOT = join(import.meta.dirname, '../../../shared/specs');
export const specsHere = existsSync(ROOT);
if (!specsHere) console.warn(`contract tests skipped: no official specs at ${ROOT}`);

export interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
}
export interface Operation {
  parameters?: { in: string; name: string; required?: boolean; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
  security?: Record<string, string[]>[];
}
export interface Spec {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}
export interface Found {
  spec: Spec;
  operation: Operation;
}

const load = (path: string): Spec => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
const highlevel = specsHere
  ? readdirSync(join(ROOT, 'highlevel'))
      .filter((name) => name.endsWith('.json'))
      .map((name) => load(`highlevel/${name}`))
  : [];
const clio = specsHere ? [load('clio/openapi.json')] : [];

/** Names of path parameters differ between the specs and need not be ours. */
const bare = (path: string) => path.replace(/\{[^}]+\}|:[A-Za-z_]+/g, ':x');

/** The operation of an endpoint row, or undefined when the vendor has none like it. */
export function operationOf(row: { system: string; method: string; path: string }): Found | undefined {
  for (const spec of row.system === 'clio' ? clio : highlevel) {
    for (const [path, operations] of Object.entries(spec.paths)) {
      const operation = operations[row.method.toLowerCase()];
      if (operation && bare(path) === bare(row.path)) return { spec, operation };
    }
  }
  return undefined;
}

/** A schema with its references followed and its parts put together. */
export function whole(spec: Spec, schema: Schema): Schema {
  if (schema.$ref) return whole(spec, spec.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  if (!schema.allOf) return schema;
  const parts = schema.allOf.map((part) => whole(spec, part));
  return {
    type: 'object',
    properties: Object.assign({}, schema.properties, ...parts.map((part) => part.properties)),
    required: [...(schema.required ?? []), ...parts.flatMap((part) => part.required ?? [])],
  };
}

export const bodySchema = ({ spec, operation }: Found): Schema | undefined => {
  const content = Object.values(operation.requestBody?.content ?? {})[0];
  return content && whole(spec, content.schema);
};
export const answerSchema = ({ spec, operation }: Found): Schema | undefined => {
  const good = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1];
  const content = Object.values(good?.content ?? {})[0];
  return content && whole(spec, content.schema);
};

/** What a value breaks of a schema, in words; empty when it fits. Unknown properties count. */
export function breaks(spec: Spec, schema: Schema, value: unknown, at = 'body'): string[] {
  const full = whole(spec, schema);
  if (full.anyOf) return full.anyOf.some((one) => !breaks(spec, one, value, at).length) ? [] : [`${at} fits no choice`];
  if (full.enum && !full.enum.includes(value)) return [`${at} is not one of ${full.enum.join(', ')}`];
  if (Array.isArray(value)) {
    if (full.type !== 'array') return [`${at} is a list`];
    return value.flatMap((one, index) => breaks(spec, full.items ?? {}, one, `${at}.${index}`));
  }
  if (typeof value === 'object' && value !== null) {
    const known = full.properties ?? {};
    const missing = (full.required ?? []).filter((name) => !(name in value)).map((name) => `${at}.${name} is missing`);
    const inside = Object.entries(value).flatMap(([name, one]) =>
      known[name] ? breaks(spec, known[name], one, `${at}.${name}`) : [`${at}.${name} does not exist`],
    );
    return [...missing, ...inside];
  }
  const kind = full.type === 'integer' ? 'number' : full.type;
  return kind && typeof value !== kind ? [`${at} is a ${typeof value}, not a ${kind}`] : [];
}
