/** Did it happen less than `span` milliseconds ago? A time still to come comes from a clock that was wrong, and counts as never. */
export const isWithin = (at: number | undefined, now: number, span: number): boolean =>
  at !== undefined && at <= now && now - at < span;
