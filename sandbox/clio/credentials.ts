/** What the sandbox's own Clio hands out ready-made, so that a test or a person can start without the sign-in dance. */

/** A ready access token for the first user of the first US account, with every right. */
export const CLIO_TOKEN_US = 'clio-sandbox-us-0000000000000000000000001';

/** A developer app that every region knows (real apps are registered region by region; one pair keeps the sandbox easy). */
export const CLIO_APP = { clientId: 'clio-sandbox-app-key', clientSecret: 'clio-sandbox-app-secret', name: 'Rankr' } as const;

/** Registered redirect addresses, as patterns: the browsers' own `launchWebAuthFlow` hosts, any extension id. */
export const CLIO_REDIRECTS: readonly RegExp[] = [
  /^https:\/\/[a-z0-9-]+\.chromiumapp\.org\/[\w\-./]*$/,
  /^https:\/\/[a-z0-9-]+\.extensions\.allizom\.org\/[\w\-./]*$/,
];

/** Access tokens last 30 days [Clio's authorization documentation]; seconds. */
export const ACCESS_SECONDS = 30 * 24 * 60 * 60;
