import { AppError } from '../model/errors.ts';

export interface HostGuardParts {
  fetch: typeof globalThis.fetch;
  /** Whether we may call the origin (`https://host`), now. */
  isGranted: (origin: string) => Promise<boolean>;
}

/**
 * A fetch that tells a lost network from a host that the person has taken from us: Firefox's users can do that at any time, and all that
 * fetch says then is "NetworkError". Throws `host-access-missing`: without `maybeDone` when the right was missing before anything left, with
 * it when it was taken while the request was under way.
 */
export function hostGuard({ fetch, isGranted }: HostGuardParts): typeof globalThis.fetch {
  // A browser that can't be asked is no reason to call it missing.
  const missing = async (origin: string) => !(await isGranted(origin).catch(() => true));
  return async (input, init) => {
    const { origin } = new URL(input instanceof Request ? input.url : String(input));
    if (await missing(origin)) throw new AppError('host-access-missing', { about: origin });
    try {
      return await fetch(input, init);
    } catch (cause) {
      throw (await missing(origin)) ? new AppError('host-access-missing', { about: origin, maybeDone: true }, cause) : cause;
    }
  };
}
