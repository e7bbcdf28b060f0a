/** What stands in the ledger in place of a credential. */
export const STRUCK = '[struck]';

const SECRET_KEYS = new Set(
  [
    'authorization',
    'proxy-authorization',
    'cookie',
    'set-cookie',
    'client_secret',
    'clientsecret',
    'code',
    'code_verifier',
    'refresh_token',
    'refreshtoken',
    'access_token',
    'accesstoken',
    'id_token',
    'password',
  ].map((key) => key.toLowerCase()),
);

const IN_URL = /([?&](?:code|client_secret|refresh_token|access_token)=)[^&"'\s<>]+/gi;
const IN_JSON_TEXT = /("(?:code|client_secret|refresh_token|access_token)"\s*:\s*")[^"]*/gi;
const BEARER = /\b(Bearer\s+)[\w.~+/=-]+/gi;
const PRIVATE_TOKEN = /\bpit-[0-9a-f-]{30,}/gi;

/**
 * A deep copy with every credential replaced: whole values under secret key names, and secrets inside text
 * (URLs in a redirect or Referer, JSON that was cut before it could be parsed).
 */
export function struck(value: unknown): unknown {
  if (typeof value === 'string') return struckText(value);
  if (Array.isArray(value)) return value.map(struck);
  if (value === null || typeof value !== 'object') return value;
  const pairs = Object.entries(value).map(([key, inner]) => [key, isSecret(key, inner) ? STRUCK : struck(inner)]);
  return Object.fromEntries(pairs);
}

// A number or an object under `code` is a vendor's error code, not an authorisation code.
function isSecret(key: string, value: unknown): boolean {
  return SECRET_KEYS.has(key.toLowerCase()) && (typeof value === 'string' || Array.isArray(value));
}

function struckText(text: string): string {
  return text
    .replace(IN_URL, `$1${STRUCK}`)
    .replace(IN_JSON_TEXT, `$1${STRUCK}`)
    .replace(BEARER, `$1${STRUCK}`)
    .replace(PRIVATE_TOKEN, STRUCK);
}
