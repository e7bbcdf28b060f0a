import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Step } from '../../lib/model/rule.ts';
import { createRulesWorld, type RulesWorld } from './rules-world.ts';

let world: RulesWorld;
beforeEach(async () => {
  world = await createRulesWorld();
});
afterEach(() => world.close());

const PHONE = '+15125550177';
const copy: Step = {
  id: 'copy',
  do: 'action',
  operation: 'highlevel.contact.create',
  values: { firstName: '{{record.firstName}}', lastName: '{{record.lastName}}', phone: '{{record.phone}}' },
};
const note: Step = {
  id: 'note',
  do: 'action',
  operation: 'highlevel.note.create',
  values: { contactId: '{{steps.copy.id}}', text: 'From Clio: {{record.name}}' },
};
const RULE = { trigger: { id: 'clio.contact.created', params: {} }, steps: [copy, note] };

/** Two people of one household in HighLevel; the one in Clio could be either. */
async function household() {
  world.sandbox.control('highlevel.setCreateDuplicates', { allowed: true });
  const ids = ['Zephyrine', 'Zebedee'].map((firstName) =>
    world.highlevelContact({ firstName, lastName: 'Quackenbush', phone: PHONE }),
  );
  await world.live(3);
  return ids;
}
const newClient = () =>
  world.clioContact({
    first_name: 'Zeph',
    last_name: 'Quackenbush',
    phone_numbers: [{ name: 'Mobile', number: PHONE, default_number: true }],
  });
const question = async () => (await world.say('console', 'asks.view', {})).asks.find(({ kind }) => kind === 'match');
const inHighLevel = () => world.contactsNamed('Quackenbush').highlevel;
const notes = () => world.notesSaying('From Clio: Zeph Quackenbush').highlevel;
const offers = (key: string, offer: 'link' | 'create' | 'not-same', id?: string) =>
  world.say('console', 'ask.answer', { key, answer: { offer, ...(id && { id }) } });

test('a dry run says that it would ask who somebody is, and shows whom they could be', async () => {
  const ids = await household();
  const id = newClient();
  await world.live(3);
  const { cases, writes } = await world.say('console', 'rule.dry-run', {
    rule: { ...(await world.rule({ ...RULE, on: false })) },
    against: { link: `${world.clio.account}|${id}|${world.location.account}` },
  });
  const [first, second] = cases[0]!.steps;
  expect(first).toMatchObject({ do: 'action', operation: 'highlevel.contact.create' });
  expect(first?.who?.map((one) => one.id).sort()).toEqual([...ids].sort());
  expect(first?.who?.[0]).toMatchObject({ name: expect.stringContaining('Quackenbush'), reasons: expect.any(Array) });
  expect(first?.call).toBeUndefined();
  expect(second).toMatchObject({ operation: 'highlevel.note.create' });
  expect(writes).toBe(1);
});

test('a rule asks who somebody is before it makes a second one, and goes on with the one that was named', async () => {
  const [zephyrine = ''] = await household();
  await world.rule(RULE);
  const id = newClient();
  await world.within(5, question, 'the question');
  await world.live(5);
  expect(inHighLevel(), 'nobody is made while it waits').toHaveLength(2);
  const ask = (await question())!;
  expect(ask.body).toMatchObject({ label: 'Zeph Quackenbush', clioId: String(id), offers: ['link', 'create', 'not-same'] });
  await offers(ask.key, 'link', zephyrine);
  await world.within(6, () => notes().length, 'the note');
  expect(notes()).toMatchObject([{ contactId: zephyrine }]);
  expect(inHighLevel()).toHaveLength(2);
  expect(await world.syncReader.linksOfClio(world.clio.account, String(id))).toMatchObject([{ highlevelId: zephyrine }]);
});

test('somebody new is made once a person says so, whoever else has the same phone', async () => {
  const old = await household();
  await world.rule(RULE);
  newClient();
  await world.within(5, question, 'the question');
  await offers((await question())!.key, 'create');
  await world.within(6, () => notes().length, 'the note');
  expect(inHighLevel()).toHaveLength(3);
  expect(old).not.toContain(notes()[0]!.contactId);
});

test('of whom it was said that it is none of them, nobody is made', async () => {
  await household();
  await world.rule({ ...RULE, trigger: { id: 'clio.contact.updated', params: {} } });
  const id = newClient();
  await world.live(3);
  world.editClio(`/contacts/${id}`, { date_of_birth: '1979-03-14' });
  await world.within(5, question, 'the question');
  await offers((await question())!.key, 'not-same');
  await world.live(5);
  world.editClio(`/contacts/${id}`, { date_of_birth: '1979-03-15' });
  await world.live(6);
  expect(inHighLevel()).toHaveLength(2);
  expect(notes()).toEqual([]);
  expect(await question()).toBeUndefined();
});

/** In Clio before the rule was on, with the lead's own e-mail. */
async function knownLead(lastName: string) {
  const address = { name: 'Work', address: 'tq@example.com', default_email: true };
  const id = world.clioContact({ first_name: 'Thelonious', last_name: lastName, email_addresses: [address] });
  await world.live(3);
  const values = { firstName: '{{record.firstName}}', lastName: '{{record.lastName}}', email: '{{record.email}}' };
  const steps: Step[] = [
    { id: 'copy', do: 'action', operation: 'clio.contact.create', values },
    {
      ...{ id: 'note', do: 'action', operation: 'clio.note.create' },
      values: { contactId: '{{steps.copy.id}}', text: 'A lead: {{record.name}}' },
    },
  ];
  await world.rule({ trigger: { id: 'highlevel.contact.created', params: {} }, steps });
  world.highlevelContact({ firstName: 'Thelonious', lastName: 'Quackenbush', email: 'tq@example.com' });
  return id;
}

test('a lead whom Clio knows without a doubt is linked and not made again; the steps go on with the one who is there', async () => {
  const id = await knownLead('Quackenbush');
  const made = () => world.notesSaying('A lead: Thelonious Quackenbush').clio;
  await world.within(6, () => made().length, 'the note');
  expect(made()).toMatchObject([{ contact_id: id }]);
  expect(world.contactsNamed('Quackenbush').clio).toHaveLength(1);
  expect(await question()).toBeUndefined();
  expect(await world.syncReader.linksOfClio(world.clio.account, String(id))).toHaveLength(1);
});

test('whom somebody said to be another is not linked by a rule: it is asked about', async () => {
  const id = await knownLead('Quackenbush');
  const linked = async () => (await world.syncReader.linksOfClio(world.clio.account, String(id)))[0];
  await world.within(6, linked, 'the link');
  await world.say('console', 'people.act', { act: 'unlink', links: [(await linked())!.key] });
  await world.rule({
    id: 'again',
    trigger: { id: 'highlevel.contact.updated', params: {} },
    steps: [
      {
        ...{ id: 'copy', do: 'action', operation: 'clio.contact.create' },
        values: { firstName: '{{record.firstName}}', lastName: '{{record.lastName}}', email: '{{record.email}}' },
      } as Step,
    ],
  });
  world.editHighLevel(`/contacts/${inHighLevel()[0]!.id}`, { city: 'Waco' });
  await world.within(6, question, 'the question');
  expect(world.contactsNamed('Quackenbush').clio).toHaveLength(1);
  expect(await linked()).toBeUndefined();
});

test('linked by hand elsewhere meanwhile, the question goes and the rule goes on with the one who was linked', async () => {
  const [, zebedee = ''] = await household();
  await world.rule(RULE);
  const id = newClient();
  await world.within(5, question, 'the question');
  const link = `${world.clio.account}|${id}|${world.location.account}`;
  await world.say('console', 'people.act', { act: 'link', links: [link], highlevelId: zebedee });
  await world.within(6, () => notes().length, 'the note');
  expect(notes()).toMatchObject([{ contactId: zebedee }]);
  expect(inHighLevel()).toHaveLength(2);
  expect(await question()).toBeUndefined();
});

test('a person opened and linked in the panel is no question any more', async () => {
  const [zephyrine = ''] = await household();
  await world.rule(RULE);
  const id = newClient();
  await world.within(5, question, 'the question');
  const key = await world.openContact(id);
  await world.screen('choose');
  await world.say('panel', 'link.set', { key, highlevelId: zephyrine });
  expect(await question()).toBeUndefined();
  await world.within(6, () => notes().length, 'the note');
  expect(inHighLevel()).toHaveLength(2);
});
