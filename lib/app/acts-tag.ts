import type { Payload, Queued } from '../messages/protocol.ts';
import type { From } from '../messages/serve.ts';
import { type ActsParts, linkedFor, queue } from './act.ts';

/** Adds or removes tags; those that are as wanted already are left out. HighLevel keeps tags in lower case. */
export async function changeTags(
  parts: ActsParts,
  verb: 'add' | 'remove',
  { key, tags }: Payload<'tag.add' | 'tag.remove'>,
  from: From,
): Promise<Queued> {
  const scene = await linkedFor(parts, from, key, 'highlevel');
  const has = new Set((scene.highlevel?.tags ?? []).map((tag) => tag.toLowerCase()));
  const asked = tags.map((tag) => tag.trim().toLowerCase());
  const names = asked.filter((tag) => tag && has.has(tag) === (verb === 'remove'));
  const body = { label: names.join(', '), input: { contactId: scene.link.highlevelId, tags: names } };
  const drafts = names.length ? [{ op: `highlevel.contact.${verb}-tags`, body }] : [];
  return queue(parts, scene, `tag.${verb}`, scene.location, drafts);
}
