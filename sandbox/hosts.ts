/** Production host names of the two systems, and two look-alikes that must never see the extension. */
export const CLIO_HOSTS = ['app.clio.com', 'eu.app.clio.com', 'ca.app.clio.com', 'au.app.clio.com'];

export const HIGHLEVEL_HOSTS = [
  'services.leadconnectorhq.com',
  'marketplace.gohighlevel.com',
  'marketplace.leadconnectorhq.com',
  'app.gohighlevel.com',
];

export const OUTSIDE_HOSTS = ['app.clio.com.evil.example', 'example.com'];

export const ALL_HOSTS = [...CLIO_HOSTS, ...HIGHLEVEL_HOSTS, ...OUTSIDE_HOSTS];
