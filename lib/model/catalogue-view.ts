import type { SkipWhy } from './rule.ts';

/** A call as it leaves, or would leave, this browser; of the credential only that there is one. */
export interface CallView {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: unknown;
}

/** What a read answered. */
export interface TryView {
  call: CallView;
  status: number;
  /** How long it took, in milliseconds. */
  ms: number;
  data: unknown;
  /** True when lists in it were shortened. */
  cut: boolean;
}

/** What a write would do; nothing was sent. */
export interface DryView {
  call?: CallView;
  /** What is read before it, and was read for this. */
  first?: CallView;
  fields: { field: string; before?: unknown; after: unknown }[];
  /** Why there would be no call at all. */
  skipped?: SkipWhy;
}
