import type { Region } from '../model/subject.ts';
import { CLIO_REGIONS } from './regions.ts';

/** Pages of Clio's own app, hash-routed [seen in its address bar]. */
export const clioContactUrl = (region: Region, id: string): string =>
  `https://${CLIO_REGIONS[region].host}/nc/#/contacts/${encodeURIComponent(id)}`;
export const clioMatterUrl = (region: Region, id: string): string =>
  `https://${CLIO_REGIONS[region].host}/nc/#/matters/${encodeURIComponent(id)}`;
