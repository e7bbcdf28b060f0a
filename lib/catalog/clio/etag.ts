import { AppError } from '../../model/errors.ts';

/** The etag of a record as just read. Without one a change in between could not be noticed, so nothing is sent. */
export function etagOf(wire: { etag?: string | null }): string {
  if (!wire.etag) throw new AppError('changed-meanwhile', { system: 'clio' });
  return wire.etag;
}
