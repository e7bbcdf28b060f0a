import { CLICKS } from './clicks.ts';
import { note } from './edit.ts';
import { EDITS } from './edits.ts';
import type { Memory } from './memory.ts';
import type { Scene } from './scenes.ts';
import { LOCATION, pass, type Stage, visit } from './stage.ts';
import { contactsOf, someone, tasksOf, twinOf } from './systems.ts';

/** Tasks that stand on both sides in the same words. */
function twinTasks(stage: Stage) {
  const there = tasksOf.highlevel(stage);
  return tasksOf.clio(stage).flatMap((clio) => {
    const highlevel = there.find(({ title }) => title === clio.name);
    return highlevel && clio.matter_id !== null ? [{ clio, highlevel }] : [];
  });
}

function rename(stage: Stage, memory: Memory, side: 'clio' | 'highlevel', twin: ReturnType<typeof twinTasks>[number]): void {
  const value = `Renamed task ${stage.fresh()}`;
  // As they are now: whoever renames sees what stands there.
  const clio = tasksOf.clio(stage).find(({ id }) => id === twin.clio.id);
  const highlevel = tasksOf.highlevel(stage).find(({ id }) => id === twin.highlevel.id);
  if (!clio || !highlevel) return;
  const replaced = side === 'clio' ? clio.name : highlevel.title;
  const { id, contactId, dueDate } = highlevel;
  if (side === 'clio') stage.office.clio('PATCH', `/tasks/${clio.id}.json`, { data: { name: value } });
  else stage.office.highlevel('PUT', `/contacts/${contactId}/tasks/${id}`, { title: value, dueDate });
  const about = { clio: { contact: '', id: String(clio.id) }, highlevel: { contact: contactId, id } }[side];
  memory.texts.set(value, { entity: 'task', from: side });
  note(stage, memory, { side, ...about, entity: 'task', field: 'title', value, replaced });
}

/** One of the two goes; what becomes of the other is for a person to say. */
async function remove(stage: Stage, memory: Memory, { clio, highlevel }: ReturnType<typeof twinTasks>[number]): Promise<void> {
  const isClio = stage.chance.chance(0.5);
  if (isClio) stage.office.clio('DELETE', `/tasks/${clio.id}.json`);
  else stage.office.highlevel('DELETE', `/contacts/${highlevel.contactId}/tasks/${highlevel.id}`);
  for (const one of isClio ? [clio.id, clio.name] : [highlevel.id, highlevel.title]) memory.removed.add(String(one));
  await pass(stage, 150);
}

/** Records that stand for one, and people who are one. */
export const TWINS: Record<string, Scene> = {
  /** One task, settled on both sides, and then changed on one or on both. */
  async 'a twin is changed'(stage, memory) {
    const { chance } = stage;
    if (!twinTasks(stage).length) {
      EDITS[chance.pick(['new clio task', 'new highlevel task'])]?.(stage, memory);
      await pass(stage, 200);
    }
    const twins = twinTasks(stage);
    if (!twins.length) return;
    const twin = chance.pick(twins);
    if (chance.chance(0.25)) return remove(stage, memory, twin);
    const sides = chance.pick([['clio'], ['highlevel'], ['clio', 'highlevel'], ['highlevel', 'clio']] as const);
    for (const side of sides) {
      rename(stage, memory, side, twin);
      await pass(stage, 3 + chance.below(10));
    }
    await pass(stage, chance.pick([5, 100]));
  },
  /** Reception and intake write down the same new person, each in their own system. */
  async 'one person on both sides'(stage, memory) {
    const n = stage.fresh();
    const last = `Newboth${n}`;
    const email = `both${n}@new.example`;
    const data = { type: 'Person', first_name: 'Bea', last_name: last, email_addresses: [{ name: 'Work', address: email }] };
    const text = { entity: 'contact', from: 'clio', at: stage.time.now(), hand: { clio: 0, highlevel: 0 } } as const;
    memory.texts.set(last, text);
    // Whoever writes somebody down has looked whether they are there: two-way sync may have been quicker.
    const inClio = () => {
      if (contactsOf.clio(stage).some((one) => one.last_name === last)) return;
      stage.office.clio('POST', '/contacts.json', { data });
      Object.assign(text.hand, { clio: 1 });
      Object.assign(text, { handAt: stage.time.now() });
    };
    const inHighLevel = () => {
      if (contactsOf.highlevel(stage).some((one) => one.email === email)) return;
      const body = { locationId: LOCATION, firstName: 'Bea', lastName: last, email };
      stage.office.highlevel('POST', '/contacts/', body);
      Object.assign(text.hand, { highlevel: 1 });
      Object.assign(text, { handAt: stage.time.now() });
    };
    const [first, second] = stage.chance.chance(0.5) ? [inClio, inHighLevel] : [inHighLevel, inClio];
    first();
    await pass(stage, stage.chance.below(100));
    second();
    await pass(stage, stage.chance.pick([5, 150]));
  },
  /** Somebody writes a person down in Clio in the very moment in which two-way sync looks whether to make them there. */
  async 'the same person a moment earlier'(stage, memory) {
    const { weather, chance } = stage;
    const n = stage.fresh();
    const [last, email] = [`Newsame${n}`, `same${n}@new.example`];
    const hand = { clio: 0, highlevel: 1 };
    memory.texts.set(last, { entity: 'contact', from: 'highlevel', at: stage.time.now(), hand });
    const meanwhile = () => {
      if (contactsOf.clio(stage).some((one) => one.last_name === last)) return;
      const mails = [{ name: 'Work', address: email }];
      const data = { type: 'Person', first_name: 'Sam', last_name: last, email_addresses: mails };
      stage.office.clio('POST', '/contacts.json', { data });
      hand.clio = 1;
    };
    // In some histories only before the second try: the first was refused for its number, and so was not carried out.
    const isAgain = chance.chance(0.4);
    if (isAgain) weather.aimed.push({ at: 'read', asks: email, mishap: 'none' }, { at: 'write', mishap: 'limited' });
    weather.aimed.push({ at: 'read', asks: email, mishap: 'none', meanwhile });
    stage.office.highlevel('POST', '/contacts/', { locationId: LOCATION, firstName: 'Sam', lastName: last, email });
    await pass(stage, 150);
    weather.aimed = weather.aimed.filter(({ asks }) => asks !== email);
  },
  /** Its write meets trouble, and before it is tried again the record is another one already. */
  async 'changed while it is carried over'(stage, memory) {
    const { chance, weather } = stage;
    const [make, change] = chance.pick([
      ['new clio task', 'clio task'],
      ['new highlevel task', 'highlevel task'],
      ['new clio entry', 'clio entry moved'],
      ['new appointment', 'appointment moved'],
    ] as const);
    const { id } = someone.clio(stage);
    stage.focus = id;
    weather.aimed.push({ at: 'write', mishap: chance.pick(['error-before', 'limited', 'lost-before']) });
    EDITS[make]?.(stage, memory);
    for (let waited = 0; weather.aimed.length && waited < 120; waited += 2) await pass(stage, 2);
    weather.aimed = [];
    for (let count = 0; count < 3; count += 1) EDITS[change]?.(stage, memory);
    await visit(stage, id);
    stage.focus = undefined;
    await pass(stage, 150);
  },
  /** A colleague has written the very words already: what the panel then writes is another note. */
  async 'the same words by hand'(stage, memory) {
    const person = someone.clio(stage);
    const twin = twinOf(stage, person);
    if (!twin) return;
    const text = `Called back ${stage.fresh()}`;
    stage.office.highlevel('POST', `/contacts/${twin.id}/notes`, { body: text });
    memory.texts.set(text, { entity: 'note', from: 'highlevel', hand: { clio: 2, highlevel: 2 } });
    if (stage.chance.chance(0.7))
      stage.weather.aimed.push({ at: 'write', mishap: stage.chance.pick(['lost-before', 'lost-after', 'error-before']) });
    stage.focus = person.id;
    await CLICKS['add note']?.({ ...stage, words: text }, memory);
    stage.focus = undefined;
    await pass(stage, 60);
  },
  /** A new task and, before anything was read, its end. */
  async 'made and changed at once'(stage, memory) {
    const [make, change] = stage.chance.pick([
      ['new clio task', 'clio task'],
      ['new highlevel task', 'highlevel task'],
      ['new clio note', 'clio note'],
      ['new highlevel note', 'highlevel note'],
      ['new clio entry', 'clio entry moved'],
      ['new appointment', 'appointment moved'],
    ] as const);
    EDITS[make]?.(stage, memory);
    await pass(stage, stage.chance.below(70));
    for (let count = 0; count < 3; count += 1) EDITS[change]?.(stage, memory);
    await pass(stage, stage.chance.below(70));
  },
};
