/**
 * Access permissions of a developer app: an area, and whether writing is included [Clio's permissions documentation].
 * Clio sets them in its portal and sends no scope strings; these names are the sandbox's own.
 */
export const AREAS = [
  ...(['users', 'contacts', 'matters', 'tasks', 'notes', 'calendars', 'custom_fields', 'communications', 'documents'] as const),
  ...(['billing', 'clio_payments', 'custom_actions', 'webhooks'] as const),
] as const;
export type Area = (typeof AREAS)[number];
export type Scope = `${Area}:read` | `${Area}:write`;

export const SCOPES: readonly Scope[] = AREAS.flatMap((area) => [`${area}:read`, `${area}:write`] as const);
export const READ_SCOPES: readonly Scope[] = AREAS.map((area) => `${area}:read` as const);

/** Whether the scopes allow an access to every named area. Writing includes reading. */
export function allows(scopes: readonly Scope[], areas: readonly Area[], access: 'read' | 'write'): boolean {
  return areas.every((area) => scopes.includes(`${area}:write`) || (access === 'read' && scopes.includes(`${area}:read`)));
}
