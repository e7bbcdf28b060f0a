import { hash } from 'node:crypto';

/**
 * Version of a record, as it stands in a body's `etag`: an opaque text with its quotes inside it.
 * Made from the content, so two edits within one second (Clio's times have no milliseconds) still differ.
 */
export function etagOf(kind: string, row: unknown): string {
  return `"${hash('sha1', kind + JSON.stringify(row))}"`;
}

/** The header's form. Weak, as proxies that compress leave it; Clio documents the header but not its strength. */
export const headerEtag = (etag: string) => `W/${etag}`;

/** True when an `If-Match`/`If-None-Match` list holds the etag. Compared weakly: `W/` and missing quotes do not matter. */
export function etagListed(header: string, etag: string): boolean {
  if (header.trim() === '*') return true;
  const bare = (text: string) => text.trim().replace(/^W\//, '').replace(/^"|"$/g, '');
  return header.split(',').some((candidate) => bare(candidate) === bare(etag));
}
