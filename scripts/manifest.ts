import type { UserManifestFn } from 'wxt';

export const CLIO_ORIGINS = [
  'https://app.clio.com',
  'https://eu.app.clio.com',
  'https://ca.app.clio.com',
  'https://au.app.clio.com',
] as const;
export const HIGHLEVEL_ORIGIN = 'https://services.leadconnectorhq.com';

/** Chrome's fixed id comes from this public key (its private half was thrown away; the store signs with its own). */
const CHROME_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAxh5At3sW8D9sHubtc9rFzpPs2ZnebIImNZAdP9hp1UCazo6oS1hdC+W1G26G1xcVHuo2J7MRoMwgMxDWCW8Y3+Grg8bsqTbe0B/DtsOHUnQUs+VtptEnH/Wwmc8voJJB78e3JHmWbjhAeOa1E7Y5KCcb8f7NXFOHwDyHkuuCjXS0WnZdGBPe0TOYd8QxLPcTDtxKXSfyECOyBGyhzjICYOaftjnDMbwVft6alqobRZAzBlpakafp9p22/Am0J2vRsUPjGdGhwECtrzLk7vMpBG+KYc7LC8cmg1HxJ+bpJATro36AmHzoHKtN6b9O2vEMeCh8zmki4SLl/ZCM0avsCwIDAQAB';
export const CHROME_ID = 'mbjlijnkndgjpjalbapddibpodolkdoj';
export const FIREFOX_ID = 'rankr@rankr.example';

const matches = CLIO_ORIGINS.map((origin) => `${origin}/*`);

/** Nothing loads from outside, nothing but Clio may frame us, and calls go to five hosts only. */
const csp = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  `connect-src 'self' ${HIGHLEVEL_ORIGIN} ${CLIO_ORIGINS.join(' ')}`,
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  `frame-ancestors 'self' ${CLIO_ORIGINS.join(' ')}`,
].join('; ');

export const manifest: UserManifestFn = ({ browser }) => ({
  name: '__MSG_ext_name__',
  short_name: '__MSG_ext_name__',
  description: '__MSG_ext_description__',
  default_locale: 'en',
  permissions: ['storage', 'alarms', 'identity'],
  host_permissions: [`${HIGHLEVEL_ORIGIN}/*`, ...matches],
  incognito: 'not_allowed',
  action: { default_title: '__MSG_ext_name__' },
  commands: { 'toggle-panel': { suggested_key: { default: 'Alt+Shift+R' }, description: '__MSG_ext_togglePanel__' } },
  options_ui: { page: 'console.html', open_in_tab: true },
  content_security_policy: { extension_pages: csp },
  // The panel's frame, and the files it loads, only in Clio's pages; under an id a page can't guess where the browser can do that.
  web_accessible_resources: [{ resources: ['panel.html'], matches, ...(browser === 'firefox' ? {} : { use_dynamic_url: true }) }],
  ...(browser === 'firefox'
    ? {
        browser_specific_settings: {
          gecko: {
            id: FIREFOX_ID,
            strict_min_version: '140.0',
            // Client data goes from Clio to the firm's own HighLevel account: that is the purpose, and it is said at install.
            data_collection_permissions: {
              required: ['personallyIdentifyingInfo', 'personalCommunications', 'authenticationInfo'],
            },
          },
        },
      }
    : {
        key: CHROME_KEY,
        minimum_chrome_version: '130',
        // Closed: no page and no other extension may send us a message.
        externally_connectable: { ids: [], matches: [] },
      }),
});
