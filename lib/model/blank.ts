/** A value as the model wants it: trimmed, and absent rather than blank. */
export const filled = (value: string | null | undefined): string | undefined => value?.trim() || undefined;

/** An object without its absent values, so that nothing blank is ever sent or stored. */
export const present = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as Partial<T>;
