import type { ClioRows } from '../world/types.ts';
import { etagOf } from './etag.ts';
import { REMINDING } from './reminder-shapes.ts';
import { DESK } from './shapes-desk.ts';
import { MONEY } from './shapes-money.ts';
import { OFFICE } from './shapes-office.ts';
import { PEOPLE } from './shapes-people.ts';
import { WORK } from './shapes-work.ts';

/** What a field may look at beside its own record: the rows of the caller's account. */
export interface Look {
  rows: ClioRows;
}

export interface Nested<T> {
  /** Name of the inner record's shape; null for records the sandbox does not keep. */
  shape: string | null;
  many: boolean;
  rows(row: T, look: Look): unknown;
}

/** How one kind of record is answered: every field name of the official schema, and where its value comes from. */
export interface Shape<T> {
  kind: string;
  plain: Record<string, (row: T, look: Look) => unknown>;
  nested: Record<string, Nested<T>>;
}

// biome-ignore lint/suspicious/noExplicitAny: the generic parts pass rows through without reading them.
export type AnyShape = Shape<any>;

/** All shapes by kind. */
export const SHAPES: Record<string, AnyShape> = Object.fromEntries(
  [...PEOPLE, ...WORK, ...OFFICE, ...REMINDING, ...DESK, ...MONEY].map((shape) => [shape.kind, shape]),
);

/** The shape of a kind that is known to exist. */
export function shapeOf(kind: string): AnyShape {
  const shape = SHAPES[kind];
  if (!shape) throw new TypeError(`no shape named ${kind}`);
  return shape;
}

/** Etag of a record as its shape defines it. */
export const rowEtag = (shape: AnyShape, row: unknown) => etagOf(shape.kind, row);
