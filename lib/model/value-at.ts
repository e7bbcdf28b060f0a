/** The value at a dotted path (`opportunity.id`, `items.0.name`); undefined where there is none. Own properties only. */
export const valueAt = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (at, name) =>
        at !== null && typeof at === 'object' && Object.hasOwn(at, name) ? (at as Record<string, unknown>)[name] : undefined,
      value,
    );
