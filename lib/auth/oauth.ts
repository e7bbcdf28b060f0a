import { AppError } from '../model/errors.ts';
import type { System } from '../model/subject.ts';
import { credentialsOf } from './ask.ts';
import type { AppKeys, Provider } from './provider.ts';
import type { Tokens } from './tokens.ts';
import type { Credentials } from './vault.ts';

export interface SignInParts {
  tokens: Tokens;
  /** `browser.identity.launchWebAuthFlow`, interactive. */
  launch: (url: string) => Promise<string | undefined>;
  redirectUri: () => string;
  now: () => number;
}

export interface SignedIn {
  credentials: Credentials;
  locationId?: string;
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** 256 bits, fresh for each sign-in. */
const newState = (): string => hex(crypto.getRandomValues(new Uint8Array(32)));

/**
 * What the window came back with. The state is looked at before anything else: a wrong or missing one ends the flow before any exchange.
 * `error=access_denied` is the person's "no" (RFC 6749, 4.1.2.1).
 */
export function readRedirect(url: string | undefined, redirectUri: string, state: string, system: System): string {
  if (!url) throw new AppError('sign-in-cancelled', { system });
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch (cause) {
    throw new AppError('sign-in-state', { system, about: 'redirect' }, cause);
  }
  const expected = new URL(redirectUri);
  if (parsed.origin !== expected.origin || parsed.pathname !== expected.pathname)
    throw new AppError('sign-in-state', { system, about: 'redirect' });
  const { searchParams } = parsed;
  if (searchParams.get('state') !== state) throw new AppError('sign-in-state', { system, about: 'state' });
  const refusal = searchParams.get('error');
  if (refusal)
    throw new AppError('sign-in-refused', { system, detail: (searchParams.get('error_description') ?? refusal).slice(0, 300) });
  const code = searchParams.get('code');
  if (!code) throw new AppError('sign-in-state', { system, about: 'code' });
  return code;
}

// The browsers have no error codes here: Chrome says "The user did not approve access.", Firefox "User cancelled or denied access." for a closed window.
const windowError = (cause: unknown, system: System): AppError => {
  const words = cause instanceof Error ? cause.message : String(cause);
  return /could not be loaded|network/i.test(words)
    ? new AppError('network-lost', { system, detail: words.slice(0, 300) }, cause)
    : new AppError('sign-in-cancelled', { system, detail: words.slice(0, 300) }, cause);
};

/** Runs one sign-in in the browser's own window. Nothing is stored here; a worker that dies on the way leaves no half log-in behind. */
export async function signIn(parts: SignInParts, provider: Provider, keys: AppKeys): Promise<SignedIn> {
  const { system } = provider;
  const state = newState();
  const redirectUri = parts.redirectUri();
  let back: string | undefined;
  try {
    back = await parts.launch(provider.consentUrl({ ...keys, redirectUri, state }));
  } catch (cause) {
    throw windowError(cause, system);
  }
  const code = readRedirect(back, redirectUri, state, system);
  const answer = await parts.tokens.ask(provider, provider.exchange({ ...keys, redirectUri, code }));
  const credentials = credentialsOf(
    answer,
    { clientId: keys.clientId, clientSecret: keys.clientSecret, redirectUri },
    parts.now(),
  );
  return { credentials, locationId: answer.locationId };
}
