import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../../shared/specs/highlevel');

/** The official files are not part of the repository; where they are missing, the contract can't be checked. */
export const specsAreHere = existsSync(join(FOLDER, 'contacts.json'));

export interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  nullable?: boolean;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema | boolean;
  allOf?: Schema[];
  anyOf?: Schema[];
}
export interface Operation {
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
  security?: Record<string, string[]>[];
}
interface Spec {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

const read = new Map<string, Spec>();

function specOf(name: string): Spec {
  const known = read.get(name);
  if (known) return known;
  const spec = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Spec;
  read.set(name, spec);
  return spec;
}

/** The operation of a route, by `:name` path; undefined when the spec has none. */
export function operationOf(spec: string, method: string, path: string): Operation | undefined {
  return specOf(spec).paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
}

/** Scopes of operations as Scopes.md lists them: `GET /path` to scope. */
export function listedScopes(): Map<string, string> {
  const found = new Map<string, string>();
  let scope = '';
  for (const line of readFileSync(join(FOLDER, 'Scopes.md'), 'utf8').split('\n')) {
    const [, first = '', endpoint = ''] = line.split('|').map((cell) => cell.trim());
    if (first && first !== '&nbsp;') scope = first;
    if (/^(GET|POST|PUT|DELETE) /.test(endpoint)) found.set(endpoint.replace(/\/$/, ''), scope);
  }
  return found;
}

export function schemaNamed(spec: string, schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  if (!name) return schema.allOf?.[0] ? schemaNamed(spec, schema.allOf[0]) : schema;
  const found = specOf(spec).components.schemas[name];
  if (!found) throw new Error(`${spec}.json has no schema ${name}`);
  return schemaNamed(spec, found);
}

/** What is wrong with a value under a schema: undeclared fields, wrong types, missing required ones. `extra` are allowed paths. */
export function mismatches(spec: string, schema: Schema, value: unknown, extra: readonly string[] = [], at = ''): string[] {
  const here = schemaNamed(spec, schema);
  if (value === undefined || extra.includes(at)) return [];
  if (value === null) return here.nullable ? [] : [`${at} is null`];
  if (here.enum && !here.enum.includes(value) && !Array.isArray(value)) return [`${at} is ${value}, not one of ${here.enum}`];
  if (here.type === 'array') {
    if (!Array.isArray(value)) return [`${at} is no array`];
    return value.flatMap((each) => mismatches(spec, here.items ?? {}, each, extra, `${at}[]`));
  }
  // "object" without properties is the generator's word for "anything" (dates among them).
  if (here.type === 'object' || here.properties) return objectMismatches(spec, here, value, extra, at);
  if (here.type === 'string' || here.type === 'number' || here.type === 'boolean') {
    const kind = here.enum && Array.isArray(value) ? here.type : typeof value;
    return kind === here.type ? [] : [`${at} is ${typeof value}, not ${here.type}`];
  }
  return [];
}

function objectMismatches(spec: string, schema: Schema, value: unknown, extra: readonly string[], at: string): string[] {
  if (!schema.properties && !schema.additionalProperties) return [];
  if (typeof value !== 'object' || Array.isArray(value) || value === null) return [`${at} is no object`];
  const missing = (schema.required ?? []).filter((name) => !(name in value)).map((name) => `${at}.${name} is missing`);
  const wrong = Object.entries(value).flatMap(([name, inner]) => {
    const path = `${at}.${name}`;
    const rest = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
    const declared = schema.properties?.[name] ?? rest;
    if (declared) return mismatches(spec, declared, inner, extra, path);
    return extra.includes(path) ? [] : [`${path} is not declared`];
  });
  return [...missing, ...wrong];
}
