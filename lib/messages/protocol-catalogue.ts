import * as z from 'zod/mini';
import type { DryView, TryView } from '../model/catalogue-view.ts';
import { connectionId, message, text } from './shapes.ts';

const operation = z.string().check(z.regex(/^(clio|highlevel)(\.[a-z-]+){2,3}$/), z.maxLength(80));
const name = z.string().check(z.regex(/^[A-Za-z]\w{0,59}$/));
const table = z.record(z.string().check(z.regex(/^\w[\w.-]{0,99}$/)), text(10_000));
const value = z.union([text(10_000), z.number(), z.boolean(), z.array(text(500)).check(z.maxLength(500)), table]);
/** What a form of an operation holds. */
export const formValues = z.record(name, value);
const call = z.strictObject({ id: operation, values: formValues, connection: connectionId });

/** What the page of operations asks. */
export const CATALOGUE_MESSAGES = {
  /** Runs a read at once. A write is refused. */
  'operation.try': message(['console'], call),
  /** The call that a write would make. At most a read is sent for it. */
  'operation.dry': message(['console'], call),
} as const;

export interface CatalogueReplies {
  'operation.try': TryView;
  'operation.dry': DryView;
}
