import type { ActivityCounts } from './activity-counts.ts';
import type { SyncViewParts } from './console-parts.ts';
import type { RecordBriefs } from './record-briefs.ts';

export interface HomeParts extends SyncViewParts {
  briefs: RecordBriefs;
  counts: (now: number, zone: string, days: number) => Promise<ActivityCounts>;
}
