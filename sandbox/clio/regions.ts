import type { Region } from '../world/types.ts';

/** The four data regions and their hosts [official spec, servers]. */
export const CLIO_HOSTS: Record<Region, string> = {
  us: 'app.clio.com',
  eu: 'eu.app.clio.com',
  ca: 'ca.app.clio.com',
  au: 'au.app.clio.com',
};

/** The region a host answers for; undefined for a foreign host. */
export function regionOf(host: string): Region | undefined {
  const bare = host.toLowerCase().replace(/:\d+$/, '');
  return (Object.keys(CLIO_HOSTS) as Region[]).find((region) => CLIO_HOSTS[region] === bare);
}
