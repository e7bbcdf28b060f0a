/** When to try again: pure functions of headers and numbers. */

/** Growing pauses between tries of one thing: 1 s, 2 s, 4 s … 5 min, each between half and whole ("equal jitter"), so that many clients spread. */
export function backoff(tries: number, random: () => number, first = 1000, most = 300_000): number {
  const whole = Math.min(most, first * 2 ** Math.max(0, Math.min(30, tries - 1)));
  return Math.round(whole / 2 + (whole / 2) * random());
}

const DAY = 86_400_000;

/** `Retry-After` in seconds or as a date -> the time it names (ms since 1970), a day from now at most; undefined when there is none. */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (!text) return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return now + Math.min(DAY, Math.ceil(Number(text) * 1000));
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.min(now + DAY, Math.max(now, at));
}

/** A header that holds a whole number of 0 or more. */
export function numberIn(headers: Headers, name: string): number | undefined {
  const text = headers.get(name)?.trim();
  return text && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** The next midnight UTC. HighLevel does not say at what hour its daily budget starts anew; midnight UTC is a belief, and a too early try costs one call. */
export const nextDay = (now: number): number => (Math.floor(now / DAY) + 1) * DAY;
