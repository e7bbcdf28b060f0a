/**
 * HighLevel counts a firm's users together, and nobody tells how many there are: a client can only see `Remaining` fall by more than its own
 * calls. Alone it may use the whole window at once; as soon as others are seen it keeps few calls on their way, leaves room for
 * what others begin meanwhile, and after a 429 comes back slower. All doing the same, all get about the same.
 */
export interface Share {
  /** Calls of others to reckon with in one window: as many as lately seen, halved a window. */
  others: number;
  /** Others' calls seen in the present window. */
  taken: number;
  /** Calls on their way at once while others are about. */
  width: number;
  /** Others' calls during one of ours. */
  margin: number;
  /** Windows since the last 429. */
  calm: number;
  /** Pauses one after the other, each in the window after the last. */
  streak: number;
}

/** What was known when a call left. */
export interface Mark {
  serial: number;
  /** Remaining, as last told. */
  seen?: number;
  /** Our calls of this window, this one included, and of them those not answered yet. */
  sent: number;
  onTheirWay: number;
}

/** Few enough that twenty clients together stay within HighLevel's window, enough for 15 calls a second. */
const WIDTH = 3;
/** Windows without a 429 until one more call may be on its way. */
const CALM = 12;
/** Part of a window below which a client counts as passed over. */
const STARVED = 0.02;
const MOST_DOUBLINGS = 5;

export const newShare = (): Share => ({ others: 0, taken: 0, width: WIDTH, margin: 0, calm: 0, streak: 0 });

export const isShared = ({ others, taken }: Share): boolean => others + taken > 0;

/** So many times more of a window is kept for others while colleagues are about, whose reads nobody here can put first. */
export const crowding = (share: Share): number => (isShared(share) ? 4 : 1);

/** How many calls may be on their way at once. */
export const widthOf = (share: Share): number => (isShared(share) ? share.width : Number.POSITIVE_INFINITY);

/** A window is over, of which `own` (0..1) was ours. */
export function nextWindow(share: Share, own: number): void {
  share.others = Math.max(share.taken, Math.floor(share.others / 2));
  share.taken = 0;
  share.calm += 1;
  if (share.calm > 1) share.streak = 0;
  if (share.calm % CALM === 0) share.width = Math.min(WIDTH, share.width + 1);
  // Who hardly gets a turn measures nothing: the room left for others must not grow stale.
  if (own < STARVED) share.margin /= 2;
  if (!share.others) share.margin = 0;
}

/** One reading of Remaining. Our own calls are counted generously, so that what is left over was surely others'. */
export function readOthers(share: Share, mark: Mark, max: number, remaining: number, sent: number): void {
  share.taken = Math.max(share.taken, max - remaining - sent);
  if (mark.seen === undefined) return;
  const meanwhile = mark.seen - remaining - mark.onTheirWay - (sent - mark.sent);
  share.margin = Math.min(max / 2, Math.max(meanwhile, share.margin * 0.9));
}

/** Refused: slower for a while. The answer is the factor by which the pause's spread grows, as a crowd that comes back together is refused again. */
export function refused(share: Share): number {
  if (share.calm > 0 || share.streak === 0) {
    share.streak = Math.min(MOST_DOUBLINGS, share.streak + 1);
    share.width = Math.max(1, share.width >> 1);
  }
  share.calm = 0;
  return 2 ** (share.streak - 1);
}
