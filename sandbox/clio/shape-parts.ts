import { etagOf } from './etag.ts';
import type { Look, Nested } from './shapes.ts';

/** Readers for columns that are answered as they are stored. */
export function columns<T>(...names: (keyof T & string)[]): Record<string, (row: T) => unknown> {
  return Object.fromEntries(names.map((name) => [name, (row: T) => row[name]]));
}

/** Fields that Clio has and the sandbox has no data for: always the same value. */
export function always(value: unknown, ...names: string[]): Record<string, () => unknown> {
  return Object.fromEntries(names.map((name) => [name, () => value]));
}

export const etagField = <T>(kind: string) => ({ etag: (row: T) => etagOf(kind, row) });

export const one = <T>(shape: string, rows: (row: T, look: Look) => unknown): Nested<T> => ({ shape, many: false, rows });
export const many = <T>(shape: string, rows: (row: T, look: Look) => unknown[]): Nested<T> => ({ shape, many: true, rows });

/** Single records that the sandbox does not keep: answered as null. */
export function noOne(...names: string[]): Record<string, Nested<unknown>> {
  return Object.fromEntries(names.map((name) => [name, { shape: null, many: false, rows: () => null }]));
}

/** Lists that the sandbox does not keep: answered empty. */
export function nothing(...names: string[]): Record<string, Nested<unknown>> {
  return Object.fromEntries(names.map((name) => [name, { shape: null, many: true, rows: () => [] }]));
}

/** First letters of the first and the last word. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => (word ?? '').slice(0, 1).toUpperCase()).join('');
}

export const byId = <T extends { id: number }>(rows: T[], id: number | null | undefined): T | null =>
  rows.find((row) => row.id === id) ?? null;

// Records without times of their own (accounts, calendars, practice areas) answer this one.
export const BIRTH = '2019-01-07T17:00:00Z';

export const matterOf = one<{ matter_id: number | null }>('Matter', (row, look) => byId(look.rows.matters, row.matter_id));
export const contactOf = one<{ contact_id: number | null }>('Contact', (row, look) => byId(look.rows.contacts, row.contact_id));
/** Inner records that have no times of their own take their owner's. */
export const stamped = <T>(owner: { created_at: string; updated_at: string }, parts: T[]) =>
  parts.map((part) => ({ ...part, created_at: owner.created_at, updated_at: owner.updated_at }));

/** A user, contact or calendar in the role of assignee or attendee. */
export type Someone = { id: number; name: string; type: string; enabled?: boolean; email?: string };
