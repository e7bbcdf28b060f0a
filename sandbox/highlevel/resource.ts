import { assertLocation } from './contact-store.ts';
import { refuse } from './errors.ts';
import { type HlCall, type HlRoute, need } from './route.ts';
import { bodyProblems, type Field, type Kind, type Shape } from './validate.ts';

/** Values that a named field may have. */
export type Choices = Readonly<Record<string, readonly string[]>>;

const WORD = /^(\w+)(?::(\w+))?(!)?(\?)?$/;

/** A DTO in one line: `name! qty:number tags:strings note?`. No kind is `string`, `!` is required, `?` may be null. */
export function dto(line: string, choices: Choices = {}): Shape {
  const fields = line.trim().split(/\s+/).filter(Boolean);
  return Object.fromEntries(
    fields.map((word) => {
      const [, name = '', kind = 'string', required, nullable] = WORD.exec(word) ?? [];
      if (!name) throw new TypeError(`${word} is no field`);
      const field: Field = {
        kind: kind as Kind,
        ...(required ? { required: true } : {}),
        ...(nullable ? { nullable: true } : {}),
        ...(choices[name] ? { oneOf: choices[name] } : {}),
      };
      return [name, field];
    }),
  );
}

/** Shapes of the objects inside a body, by path: `contactDetails`, `items` (each of a list), `contactDetails.address`. */
export type Inner = Readonly<Record<string, Shape>>;

interface Declared {
  query?: string;
  body?: string;
  choices?: Choices;
  inner?: Inner;
  status?: number;
  access?: HlRoute['access'];
  multipart?: true;
}
type Shared = Pick<HlRoute, 'spec' | 'version'>;

/** Makes the rows of one spec file: `route('get-opportunity', 'GET /opportunities/:id', scope, answer, {…})`. */
export function routesOf(shared: Shared) {
  return (
    id: string,
    endpoint: string,
    scope: string,
    answer: HlRoute['handle'],
    { query, body, choices, inner, ...rest }: Declared = {},
  ): HlRoute => {
    const [method = '', path = ''] = endpoint.split(' ');
    return {
      ...shared,
      ...rest,
      ...{ id: `highlevel.${id}`, method: method as HlRoute['method'], path, scope },
      ...(query === undefined ? {} : { query: dto(query, choices) }),
      ...(body === undefined ? {} : { body: dto(body, choices) }),
      handle: inner ? (call) => answer(checked(call, inner)) : answer,
    };
  };
}

function checked(call: HlCall, inner: Inner): HlCall {
  const problems = Object.entries(inner).flatMap(([path, shape]) => innerProblems(call.body, path.split('.'), shape, ''));
  if (problems.length) refuse(422, problems);
  return call;
}

function innerProblems(value: unknown, [name = '', ...rest]: string[], shape: Shape, at: string): string[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => innerProblems(each, [name, ...rest], shape, `${at}${index}.`));
  const found = (value as Record<string, unknown> | undefined)?.[name];
  if (found === undefined || found === null) return [];
  const here = `${at}${name}.`;
  if (rest.length) return innerProblems(found, rest, shape, here);
  const objects = Array.isArray(found) ? found : [found];
  // The words of the vendor's validator for something inside: `items.0.name should not be empty`.
  return objects.flatMap((each, index) => {
    const prefix = Array.isArray(found) ? `${here}${index}.` : here;
    return bodyProblems(shape, each).map((message) =>
      message.startsWith('property ') ? `${here.slice(0, -1)}.${message}` : `${prefix}${message}`,
    );
  });
}

interface Owned {
  id: string;
  locationId: string;
}

/** The row with that id, or a refusal: missing, or of a location that the token does not speak for. */
export function rowOf<T extends Owned>(call: HlCall, rows: T[], id: string | undefined, what: string): T {
  const found = need(
    call,
    rows.find((row) => row.id === id),
    what,
  );
  assertLocation(call, found.locationId);
  return found;
}

/** Puts a changed row in the old one's place, or at the end when it is new. */
export function put<T extends { id: string }>(rows: T[], row: T): T {
  const at = rows.findIndex((each) => each.id === row.id);
  if (at < 0) rows.push(row);
  else rows[at] = row;
  return row;
}

/** Takes a row out. */
export function drop<T extends { id: string }>(rows: T[], row: T): void {
  rows.splice(rows.indexOf(row), 1);
}

/** The named values that a body really gives. */
export function given<T extends object>(body: T, ...names: (keyof T)[]): Partial<T> {
  return Object.fromEntries(names.filter((name) => body[name] !== undefined).map((name) => [name, body[name]])) as Partial<T>;
}

/** Rows of the location that the query names. */
export const ofLocation = <T extends Owned>(call: HlCall, rows: T[], name = 'locationId'): T[] => {
  const id = call.query.get(name) ?? '';
  assertLocation(call, id);
  return rows.filter((row) => row.locationId === id);
};

/** Case-blind search over some texts. */
export const mentions = (wanted: string | null, ...texts: (string | undefined)[]) =>
  !wanted || texts.some((text) => text?.toLowerCase().includes(wanted.trim().toLowerCase()));

/** First and last name of a contact, as lists give it. */
export function contactName(call: HlCall, id: string | undefined): string {
  const row = call.state.rows.contacts.find((each) => each.id === id);
  return [row?.firstName, row?.lastName].filter(Boolean).join(' ') || (row?.companyName ?? '');
}
