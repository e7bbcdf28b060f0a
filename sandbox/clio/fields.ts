import { refusal } from './refusal.ts';
import { type AnyShape, type Look, SHAPES } from './shapes.ts';

/** One asked-for field; `children` is undefined when no braces followed. */
export interface Field {
  name: string;
  children?: Field[];
}

const invalid = (message: string) => refusal(400, 'InvalidFields', message);

/**
 * Parses Clio's `fields` language: `id,name,client{id,name}`. Throws a 400 for bad syntax and for braces inside braces
 * ("attempting to request fields for a second-level nested resource will result in a 400" [Clio's fields documentation]).
 */
export function parseFields(text: string): Field[] {
  let at = 0;
  const list = (depth: number): Field[] => {
    const found: Field[] = [];
    for (;;) {
      const name = /^[a-z_][a-z0-9_]*/i.exec(text.slice(at))?.[0];
      if (!name) throw invalid(`fields: a field name was expected at position ${at} of "${text}"`);
      at += name.length;
      const field: Field = { name };
      if (text[at] === '{') {
        if (depth > 0) throw invalid(`fields: ${name}{…} is nested deeper than one level`);
        at += 1;
        field.children = list(depth + 1);
        if (text[at] !== '}') throw invalid(`fields: a closing brace is missing after ${name}`);
        at += 1;
      }
      found.push(field);
      if (text[at] !== ',') return found;
      at += 1;
    }
  };
  const fields = list(0);
  if (at !== text.length) throw invalid(`fields: "${text.slice(at)}" was not expected`);
  return fields;
}

/** What is answered when nothing is asked for: `id` and, where the record has one, `etag`. */
export function defaultFields(shape: AnyShape): Field[] {
  return ['id', 'etag'].filter((name) => name in shape.plain).map((name) => ({ name }));
}

/** The fields of a request, checked against the record's shape. Throws a 400 that names the wrong field. */
export function readFields(text: string | null, shape: AnyShape): Field[] {
  if (text === null || text === '') return defaultFields(shape);
  const known = checked.get(shape)?.get(text);
  if (known) return known;
  const fields = parseFields(text);
  for (const field of fields) check(field, shape);
  const mine = checked.get(shape) ?? new Map<string, Field[]>();
  if (mine.size > 100) mine.clear();
  checked.set(shape, mine.set(text, fields));
  return fields;
}
/** Callers ask with the same few texts again and again. */
const checked = new WeakMap<AnyShape, Map<string, Field[]>>();

function check(field: Field, shape: AnyShape): void {
  const nested = shape.nested[field.name];
  if (!nested && !(field.name in shape.plain)) throw invalid(`Invalid field: ${field.name} is not a field of ${shape.kind}`);
  if (!field.children) return;
  if (!nested) throw invalid(`Invalid field: ${field.name} has no fields of its own`);
  const inner = nested.shape ? SHAPES[nested.shape] : undefined;
  // Records the sandbox does not keep (folders, avatars, rates) are always empty, whatever is asked of them.
  if (!inner) return;
  for (const child of field.children) {
    if (!(child.name in inner.plain) && !(child.name in inner.nested)) {
      throw invalid(`Invalid field: ${field.name}{${child.name}}`);
    }
  }
}

/** One record with the asked-for fields. */
export function render(shape: AnyShape, row: unknown, fields: Field[], look: Look): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const { name, children } of fields) {
    const plain = shape.plain[name];
    if (plain) {
      out[name] = plain(row, look);
      continue;
    }
    const nested = shape.nested[name];
    const value = nested?.rows(row, look) ?? null;
    const inner = nested?.shape ? SHAPES[nested.shape] : undefined;
    if (!inner) out[name] = nested?.many ? [] : null;
    else if (Array.isArray(value)) out[name] = value.map((item) => render(inner, item, children ?? defaultFields(inner), look));
    else out[name] = value === null ? null : render(inner, value, children ?? defaultFields(inner), look);
  }
  return out;
}
