// The store names these too (an overfull change log becomes marks), so they live among the nouns.
export { type Dirty, dirtyKey, dirtyOf } from '../model/dirty.ts';
