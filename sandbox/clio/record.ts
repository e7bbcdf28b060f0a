import type { Reply } from '../exchange.ts';
import { etagListed, headerEtag } from './etag.ts';
import { type Field, readFields, render } from './fields.ts';
import { badRequest, refusal } from './refusal.ts';
import { type AnyShape, rowEtag, shapeOf } from './shapes.ts';
import type { ApiCall } from './view.ts';

/** Query parameters of a route that answers one record, beside its own. */
const RECORD_PARAMS = ['fields'];

/** Checks the query of a single-record call; to be done before anything is written. */
export function recordFields(call: ApiCall, kind: string, extra: string[] = []): Field[] {
  for (const name of call.query.keys()) {
    if (![...RECORD_PARAMS, ...extra].includes(name)) throw badRequest(`Unknown or unplayed parameter: ${name}`);
  }
  return readFields(call.query.get('fields'), shapeOf(kind));
}

/** Answers one record: 304 when the caller's copy is still good, else the fields asked for with ETag and Last-Modified. */
export function answerRecord(call: ApiCall, kind: string, row: { updated_at?: string }, extra: string[] = []): Reply {
  const shape = shapeOf(kind);
  const fields = recordFields(call, kind, extra);
  const headers = versionHeaders(shape, row);
  if (unchanged(call, shape, row)) return { status: 304, headers };
  return { status: 200, headers, body: { data: render(shape, row, fields, call.view) } };
}

/** The answer to a write that went well. */
export function writtenRecord(call: ApiCall, kind: string, row: { updated_at?: string }, fields: Field[], status: number): Reply {
  const shape = shapeOf(kind);
  return { status, headers: versionHeaders(shape, row), body: { data: render(shape, row, fields, call.view) } };
}

function versionHeaders(shape: AnyShape, row: { updated_at?: string }): Record<string, string> {
  const modified: Record<string, string> = row.updated_at ? { 'last-modified': new Date(row.updated_at).toUTCString() } : {};
  return { etag: headerEtag(rowEtag(shape, row)), ...modified };
}

function unchanged(call: ApiCall, shape: AnyShape, row: { updated_at?: string }): boolean {
  const match = call.headers['if-none-match'];
  if (match !== undefined) return etagListed(match, rowEtag(shape, row));
  const since = Date.parse(call.headers['if-modified-since'] ?? '');
  return row.updated_at !== undefined && !Number.isNaN(since) && Date.parse(row.updated_at) <= since;
}

/**
 * Throws 412 when the caller's copy is old. Clio documents If-Match for PATCH; on DELETE it is honoured here as well
 * (the spec does not list it), so that a careful client loses nothing by sending it.
 */
export function demandMatch(call: ApiCall, kind: string, row: unknown): void {
  const match = call.headers['if-match'];
  if (match === undefined || etagListed(match, rowEtag(shapeOf(kind), row))) return;
  throw refusal(412, 'PreconditionFailed', 'The record has changed since it was read');
}
