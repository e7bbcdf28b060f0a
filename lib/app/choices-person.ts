import type { Payload } from '../messages/protocol.ts';
import type { From } from '../messages/serve.ts';
import { settledBy } from '../model/ask.ts';
import { AppError } from '../model/errors.ts';
import type { Link } from '../model/link.ts';
import type { Apply } from '../store/apply.ts';
import { type KnownPerson, type KnownSubject, knownKeys } from '../sync/known.ts';
import type { Lookup } from '../sync/lookup.ts';
import { type ActsParts, sceneFor } from './act.ts';
import type { Connecting } from './connect.ts';
import { quietly } from './door.ts';
import type { Scene } from './scene.ts';

export interface PersonChoiceParts extends ActsParts {
  apply: Apply;
  lookup: Lookup;
  connecting: Connecting;
}

type Links = { put?: Link; remove?: string }[];

/** Keeps what a person said about who somebody is, together with the link it makes or ends. */
async function remember(
  parts: PersonChoiceParts,
  { contact, linkKey: link = '' }: Pick<Scene, 'contact' | 'linkKey'>,
  value: KnownPerson,
  links: Links,
  why: 'linked' | 'unlinked',
): Promise<void> {
  const at = parts.now();
  const row = { at, kind: 'decision', by: 'person', entity: 'contact', id: contact?.id, link, outcome: 'done', why } as const;
  const activity = [{ ...row, body: { label: contact?.name ?? '' } }];
  const asks = links.flatMap(({ put }) => (put ? settledBy(put) : []));
  await parts.apply({ at, known: [{ key: knownKeys.person(link), value }], links, activity, asks }, 'person');
}

/** Reads what is on screen again; not awaited by the click. */
function visit(parts: PersonChoiceParts, from: From): void {
  quietly(parts.mounts.subject(from.tabId).then((subject) => subject && parts.lookup.visit(subject, true)));
}

/** One of a matter's people is the one to show. */
export async function choosePerson(
  parts: PersonChoiceParts,
  { key, clioId }: Payload<'person.choose'>,
  from: From,
): Promise<undefined> {
  const { clio, subject, known } = await sceneFor(parts, from, key, true);
  if (!clio) throw new AppError('not-connected', { system: 'clio' });
  const value: KnownSubject = { ...known, chosen: clioId };
  const about = knownKeys.subject(clio.account, subject.kind, subject.id);
  await parts.apply({ at: parts.now(), known: [{ key: about, value }] }, 'person');
  visit(parts, from);
  return undefined;
}

/** The location that goes with this Clio account. */
export async function pairLocation(
  parts: PersonChoiceParts,
  { key, highlevel }: Payload<'location.pair'>,
  from: From,
): Promise<undefined> {
  const { clio } = await sceneFor(parts, from, key);
  if (!clio) throw new AppError('not-connected', { system: 'clio' });
  await parts.connecting.pair(clio.id, highlevel);
  visit(parts, from);
  return undefined;
}

/** "This is the one": a link made by a person. */
export async function setLink(parts: PersonChoiceParts, payload: Payload<'link.set'>, from: From): Promise<undefined> {
  const { key, highlevelId } = payload;
  const scene = await sceneFor(parts, from, key);
  const { clio, location, contact, linkKey, person, link: old } = scene;
  if (!clio || !location || !contact || !linkKey) throw new AppError('subject-changed');
  const link: Link = {
    key: linkKey,
    clioAccount: clio.account,
    clioId: contact.id,
    locationId: location.account,
    highlevelId,
    by: 'person',
    reasons: [{ code: 'chosen', tone: 'good' }],
    at: parts.now(),
    base: {},
  };
  const refused = (person?.refused ?? []).filter((id) => id !== highlevelId);
  // What stands for one another under the former contact goes with that link.
  const left = old && old.highlevelId !== highlevelId ? [{ remove: linkKey }] : [];
  await remember(parts, scene, { ...person, refused }, [...left, { put: link }], 'linked');
  visit(parts, from);
  return undefined;
}

/** "Not the same person": the link ends and is never made by matching again. */
export async function removeLink(parts: PersonChoiceParts, { key }: Payload<'link.remove'>, from: From): Promise<undefined> {
  const scene = await sceneFor(parts, from, key);
  const { link, linkKey, person } = scene;
  if (!link || !linkKey) throw new AppError('subject-changed');
  const refused = [...new Set([...(person?.refused ?? []), link.highlevelId])];
  const value = { ...person, refused, decision: undefined, fingerprint: undefined };
  await remember(parts, scene, value, [{ remove: linkKey }], 'unlinked');
  visit(parts, from);
  return undefined;
}

export async function refresh(parts: PersonChoiceParts, payload: Payload<'panel.refresh'>, from: From): Promise<undefined> {
  await sceneFor(parts, from, payload.key, true);
  const subject = payload.timed ? await parts.mounts.subject(from.tabId) : undefined;
  if (subject) quietly(parts.lookup.glance(subject));
  else visit(parts, from);
  return undefined;
}
