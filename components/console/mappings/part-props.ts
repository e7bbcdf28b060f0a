import type { SyncPairView } from '../../../lib/model/console-sync.ts';
import type { SyncChoice } from '../../../lib/model/sync.ts';

/** What every part of the page works on: the pair as it is, the choices as they are being made, and the way to change them. */
export interface PartProps {
  pair: SyncPairView;
  choice: SyncChoice;
  change: (part: Partial<SyncChoice>) => void;
}
