import { assertUser } from './contact-input.ts';
import { contactOf, putContact } from './contact-store.ts';
import { normalizeTags } from './normalize.ts';
import type { HlCall, HlRoute } from './route.ts';
import type { Shape } from './validate.ts';

const TAGS: Shape = { tags: { kind: 'strings', required: true } };
const FOLLOWERS: Shape = { followers: { kind: 'strings', required: true } };

function addTags(call: HlCall) {
  const contact = contactOf(call);
  const { tags } = call.body as { tags: string[] };
  return { tags: putContact(call.state, { ...contact, tags: normalizeTags([...contact.tags, ...tags]) }).tags };
}

function removeTags(call: HlCall) {
  const contact = contactOf(call);
  const gone = normalizeTags((call.body as { tags: string[] }).tags);
  return { tags: putContact(call.state, { ...contact, tags: contact.tags.filter((tag) => !gone.includes(tag)) }).tags };
}

function addFollowers(call: HlCall) {
  const contact = contactOf(call);
  const asked = (call.body as { followers: string[] }).followers;
  for (const id of asked) assertUser(call.state, contact.locationId, id);
  const followersAdded = asked.filter((id) => !contact.followers.includes(id));
  const { followers } = putContact(call.state, { ...contact, followers: [...contact.followers, ...followersAdded] });
  return { followers, followersAdded };
}

function removeFollowers(call: HlCall) {
  const contact = contactOf(call);
  const asked = (call.body as { followers: string[] }).followers;
  const followersRemoved = contact.followers.filter((id) => asked.includes(id));
  const { followers } = putContact(call.state, { ...contact, followers: contact.followers.filter((id) => !asked.includes(id)) });
  return { followers, followersRemoved };
}

const shared = { spec: 'contacts', version: '2021-07-28', scope: 'contacts.write' } as const;
const tags = '/contacts/:contactId/tags';
const followers = '/contacts/:contactId/followers';

/** Tags and followers: lists on a contact that are added to and removed from. */
export const tagRoutes: HlRoute[] = [
  { ...shared, id: 'highlevel.add-tags', method: 'POST', path: tags, body: TAGS, status: 201, handle: addTags },
  { ...shared, id: 'highlevel.remove-tags', method: 'DELETE', path: tags, body: TAGS, handle: removeTags },
  {
    ...shared,
    id: 'highlevel.add-followers',
    method: 'POST',
    path: followers,
    body: FOLLOWERS,
    status: 201,
    handle: addFollowers,
  },
  { ...shared, id: 'highlevel.remove-followers', method: 'DELETE', path: followers, body: FOLLOWERS, handle: removeFollowers },
];
