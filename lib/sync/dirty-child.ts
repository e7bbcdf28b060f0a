import type { Ask } from '../model/ask.ts';
import { CHILD_ENTITIES, type ChildEntity } from '../model/sync.ts';
import { dirtyKey } from './dirty.ts';

/**
 * What the planner has to look at again once a question is answered: the linked person, or one record of theirs. What waits for a yes is
 * Clio's, what asks for a matter is HighLevel's; the other id is the person's there.
 */
export function childDirty(
  { kind, entity, link, clioAccount, locationId, body }: Ask,
  at: number,
): { key: string; at: number; tries: number }[] {
  const clioId = kind === 'where' ? undefined : body.clioId;
  const highlevelId = kind === 'approval' ? undefined : body.highlevelId;
  const child = CHILD_ENTITIES.find((one) => one === entity) as ChildEntity | undefined;
  if (!child) return link ? [{ key: dirtyKey({ kind: 'contact', link }), at, tries: 0 }] : [];
  return [
    ...(clioId ? [dirtyKey({ kind: 'child', system: 'clio', account: clioAccount, entity: child, id: clioId })] : []),
    ...(highlevelId
      ? [dirtyKey({ kind: 'child', system: 'highlevel', account: locationId, entity: child, id: highlevelId })]
      : []),
  ].map((key) => ({ key, at, tries: 0 }));
}
