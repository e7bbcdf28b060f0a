import type { Activity } from '../../../lib/model/activity.ts';
import type { ActivityView } from '../../../lib/model/console-sync.ts';

/** What an opened row of the log is painted from. */
export interface DetailProps {
  row: Activity;
  /** Names by link. */
  people: Record<string, string>;
  rules: ActivityView['rules'];
  zone: string;
}
