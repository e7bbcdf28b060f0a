import type { LaneReader } from '../store/read-lanes.ts';
import type { ActivityCounts } from './activity-counts.ts';
import type { SyncViewParts } from './console-parts.ts';

export interface HomeParts extends SyncViewParts {
  lanes: LaneReader;
  /** Done before lanes are read. */
  lane: () => Promise<void>;
  counts: (now: number, zone: string, days: number) => Promise<ActivityCounts>;
}
