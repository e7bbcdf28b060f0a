/** Kinds of values the API's DTOs know. In a query everything arrives as text. */
export type Kind = 'string' | 'boolean' | 'number' | 'strings' | 'date' | 'email' | 'object' | 'objects' | 'any';

export interface Field {
  kind: Kind;
  required?: true;
  nullable?: true;
  oneOf?: readonly string[];
  /** Longest string or list. */
  max?: number;
}

/** One DTO: every property there is. Anything else is refused, as the real API does. */
export type Shape = Readonly<Record<string, Field>>;

const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Is it a date an ISO 8601 check lets through and the calendar knows? */
export function isIsoDate(value: unknown): value is string {
  return typeof value === 'string' && ISO.test(value) && !Number.isNaN(Date.parse(value));
}

/** The 422 messages for a body, in the words of the validator the vendor uses (class-validator). Empty when all is well. */
export function bodyProblems(shape: Shape, body: unknown): string[] {
  if (body !== undefined && (typeof body !== 'object' || body === null || Array.isArray(body))) {
    return ['the request body must be a JSON object'];
  }
  const given = (body ?? {}) as Record<string, unknown>;
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(shape, name));
  return [
    ...unknown.map((name) => `property ${name} should not exist`),
    ...Object.entries(shape).flatMap(([name, field]) => fieldProblems(name, field, given[name])),
  ];
}

/** The same for a query string. */
export function queryProblems(shape: Shape, query: URLSearchParams): string[] {
  const given: Record<string, unknown> = {};
  for (const [name, text] of query) given[name] = fromText(shape[name], text);
  return bodyProblems(shape, given);
}

function fromText(field: Field | undefined, text: string): unknown {
  if (field?.kind === 'number' && text.trim() !== '') return Number(text);
  if (field?.kind === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (field?.kind === 'strings') return text.split(',');
  return text;
}

function fieldProblems(name: string, field: Field, value: unknown): string[] {
  if (value === undefined) return field.required ? [`${name} should not be empty`, wrongKind(name, field)] : [];
  if (value === null) return field.nullable ? [] : field.required ? [`${name} should not be empty`] : [wrongKind(name, field)];
  if (!isKind(field.kind, value)) return [wrongKind(name, field)];
  if (field.required && value === '') return [`${name} should not be empty`];
  if (field.oneOf && !field.oneOf.includes(value as string)) return [wrongKind(name, field)];
  const length = typeof value === 'string' || Array.isArray(value) ? value.length : 0;
  if (field.max && length > field.max) {
    return Array.isArray(value)
      ? [`${name} must contain no more than ${field.max} elements`]
      : [`${name} must be shorter than or equal to ${field.max} characters`];
  }
  return [];
}

function isKind(kind: Kind, value: unknown): boolean {
  if (kind === 'any') return true;
  if (kind === 'date') return isIsoDate(value);
  // An empty e-mail clears the field.
  if (kind === 'email')
    return typeof value === 'string' && (value === '' || /^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$/.test(value.trim()));
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (kind === 'strings') return Array.isArray(value) && value.every((each) => typeof each === 'string');
  if (kind === 'objects') return Array.isArray(value) && value.every(isObject);
  if (kind === 'object') return isObject(value);
  return typeof value === kind;
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

function wrongKind(name: string, field: Field): string {
  if (field.oneOf) return `${name} must be one of the following values: ${field.oneOf.join(', ')}`;
  const words: Record<Kind, string> = {
    string: `${name} must be a string`,
    boolean: `${name} must be a boolean value`,
    number: `${name} must be a number conforming to the specified constraints`,
    strings: `each value in ${name} must be a string`,
    date: `${name} must be a valid ISO 8601 date string`,
    email: `${name} must be an email`,
    object: `${name} must be an object`,
    objects: `${name} must be an array`,
    any: `${name} must not be empty`,
  };
  return words[field.kind];
}
