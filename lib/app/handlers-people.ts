import type { Payload } from '../messages/protocol.ts';
import type { From, Handlers } from '../messages/serve.ts';
import { askKey } from '../model/ask.ts';
import { CONTACT_FIELDS } from '../model/contact.ts';
import { AppError, toAppError } from '../model/errors.ts';
import type { ActStates, PeopleAct, PersonDone } from '../model/people-acts.ts';
import type { Subject } from '../model/subject.ts';
import type { Task } from '../model/task.ts';
import { listKey } from '../store/rows.ts';
import { answerAsk } from '../sync/answer.ts';
import type { AnswerParts } from '../sync/answer-parts.ts';
import type { Lookup } from '../sync/lookup.ts';
import type { WriteHandlers } from './acts.ts';
import type { ChoiceHandlers } from './choices.ts';
import type { SyncViewParts } from './console-parts.ts';
import { quietly } from './door.ts';
import type { Named } from './named.ts';
import { mustBeNew, outlook, wholePerson } from './outlook.ts';
import { actState } from './pending.ts';
import { type Accounts, type Scene, sceneKey } from './scene.ts';
import { waitingCount } from './waiting-count.ts';

export interface PeopleHandlerParts extends SyncViewParts, Omit<AnswerParts, 'connections' | 'settings' | 'apply'> {
  accounts: Accounts;
  lookup: Lookup;
  named: Named;
  clicks: WriteHandlers & ChoiceHandlers;
}

type Asked = Payload<'people.act'>;

/** One person an act is for. */
interface Person {
  parts: PeopleHandlerParts;
  link: string;
  subject: Subject;
  scene: Scene;
  from: From;
  asked: Asked;
}

const personOf = async (parts: PeopleHandlerParts, link: string, asked: Asked, from: From): Promise<Person> => ({
  ...(await wholePerson(parts, link)),
  parts,
  link,
  from,
  asked,
});

type Click =
  | 'contact.push'
  | 'contact.create'
  | 'contact.copy-to-clio'
  | 'tag.add'
  | 'tag.remove'
  | 'task.complete'
  | 'task.push';
type Rest<T extends Click | 'note.push'> = Omit<Payload<T>, 'key'>;

/** The panel's own click, meant for this person and for whom they are linked to now. */
async function click<T extends Click | 'note.push'>(person: Person, type: T, rest: Rest<T>): Promise<string[]> {
  const { parts, subject, scene, from } = person;
  const handler = parts.clicks[type] as (payload: unknown, from: From) => Promise<{ actId: string }>;
  const payload = { key: sceneKey(scene), ...rest };
  return [(await parts.named.as(subject, from, (as) => handler(payload, as))).actId];
}

const needed = <T>(value: T | undefined, about: string): T => {
  if (value === undefined) throw new AppError('bad-message', { about });
  return value;
};

async function complete(person: Person, completed: boolean): Promise<string[]> {
  const { parts, scene, asked } = person;
  const { location, link } = scene;
  if (!location || !link) throw new AppError('subject-changed');
  const all = await parts.reader.list<Task>(listKey('highlevel', location.account, 'task', link.highlevelId));
  const wanted = all.filter(({ id, done }) => done !== completed && (asked.ids?.includes(id) ?? true));
  const acts: string[] = [];
  for (const { id } of wanted) acts.push(...(await click(person, 'task.complete', { taskId: id, completed })));
  return acts;
}

/** A question that is open about either of them is answered by it; without one it is the panel's own link. */
async function linkTo(person: Person): Promise<undefined> {
  const { parts, link, subject, scene, from, asked } = person;
  const highlevelId = needed(asked.highlevelId, 'highlevelId');
  const [clioAccount = '', clioId = '', locationId = ''] = link.split('|');
  if (scene.link) throw new AppError('already-there', { system: 'highlevel' });
  const sides = [
    { key: askKey.match('clio', clioAccount, clioId), id: highlevelId },
    { key: askKey.match('highlevel', locationId, highlevelId), id: clioId },
  ];
  let answered: (typeof sides)[number] | undefined;
  for (const side of sides) {
    const ask = await parts.syncReader.ask(side.key);
    if (ask?.state === 'open' && ask.body.candidates?.some(({ id }) => id === side.id)) answered ??= side;
  }
  if (answered) await answerAsk(parts, answered.key, { offer: 'link', id: answered.id });
  else await parts.named.as(subject, from, (as) => parts.clicks['link.set']({ key: sceneKey(scene), highlevelId }, as));
  quietly(parts.lookup.visit(subject, true));
  return undefined;
}

/** Ids of what was queued; undefined where it is done already. */
const ACTS: Record<PeopleAct, (person: Person) => Promise<string[] | undefined>> = {
  push(person) {
    const { fields = [...CONTACT_FIELDS], overwrite = [], seen } = person.asked;
    return click(person, 'contact.push', { fields, overwrite, seen });
  },
  send: (person) => ACTS[person.scene.link ? 'push' : mustBeNew(person.scene)](person),
  copy: (person) => click(person, 'contact.copy-to-clio', { fields: person.asked.fields ?? [...CONTACT_FIELDS] }),
  create: (person) => click(person, 'contact.create', {}),
  tag: (person) => click(person, 'tag.add', { tags: needed(person.asked.tags, 'tags') }),
  untag: (person) => click(person, 'tag.remove', { tags: needed(person.asked.tags, 'tags') }),
  complete: (person) => complete(person, true),
  reopen: (person) => complete(person, false),
  tasks: (person) => click(person, 'task.push', { taskIds: needed(person.asked.ids, 'ids'), held: person.asked.held ?? false }),
  note: (person) =>
    click(person, 'note.push', { noteId: needed(person.asked.ids?.[0], 'ids'), held: person.asked.held ?? false }),
  link: linkTo,
  async unlink({ parts, subject, scene, from }) {
    await parts.named.as(subject, from, (as) => parts.clicks['link.remove']({ key: sceneKey(scene) }, as));
    return undefined;
  },
};

/** A click that finds nothing to do is no failure among many. */
const isIdle = ({ code, facts }: AppError): boolean => code === 'already-there' || facts.about === 'nothing to do';

async function actFor(parts: PeopleHandlerParts, link: string, asked: Asked, from: From): Promise<PersonDone> {
  let name = link.split('|')[1] ?? link;
  try {
    const person = await personOf(parts, link, asked, from);
    name = person.scene.contact?.name ?? name;
    const acts = await ACTS[asked.act](person);
    return { link, name, acts: acts ?? [], state: acts === undefined ? 'done' : acts.length ? 'queued' : 'skipped' };
  } catch (thrown) {
    const error = toAppError(thrown);
    return { link, name, acts: [], state: isIdle(error) ? 'skipped' : 'failed', error: error.code };
  }
}

async function act(parts: PeopleHandlerParts, asked: Asked, from: From): Promise<{ done: PersonDone[] }> {
  if (asked.links.length > 1 && asked.act === 'link') throw new AppError('bad-message', { about: 'links' });
  const done: PersonDone[] = [];
  for (const link of new Set(asked.links)) done.push(await actFor(parts, link, asked, from));
  return { done };
}

async function results({ outbox }: PeopleHandlerParts, acts: string[]): Promise<ActStates> {
  const found = await Promise.all(
    acts.map(async (id) => {
      const writes = await outbox.ofAct(id);
      // Gone from the outbox: discarded, or done and forgotten after a week.
      const state = writes.length ? actState(writes) : ('undone' as const);
      return { id, state, error: writes.find(({ error, state: one }) => error && one !== 'done')?.error?.code };
    }),
  );
  return { acts: found };
}

/** What the pages on people and on open questions do. */
export const peopleHandlers = (
  parts: PeopleHandlerParts,
): Pick<Handlers, 'asks.count' | 'people.act' | 'people.look' | 'people.results'> => ({
  'asks.count': () => waitingCount(parts),
  'people.act': (payload, from) => act(parts, payload, from),
  'people.look': (payload) => outlook(parts, payload.link),
  'people.results': ({ acts }) => results(parts, acts),
});
