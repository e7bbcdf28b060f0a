import { describe, expect, test } from 'vitest';
import type { SyncChoice } from '../../lib/model/sync.ts';
import { made, pairOf } from './sync-plan-people.ts';
import { allOn, CLIO, createPlanWorld, linked, type PlanWorld, person, task, theLink } from './sync-plan-world.ts';

const choose = (world: PlanWorld, choice: SyncChoice) => world.settings.update('sync', () => ({ [`clio:${CLIO}`]: choice }));
const sent = async (world: PlanWorld) => (await world.plan()).map(({ op, body }) => [op, body.input]);
const clioIs = (world: PlanWorld, customFields: Record<string, string>) =>
  world.put('clio', 'contact', person('clio', '7', { customFields }));
const agreedOn = async (world: PlanWorld, id: string) => {
  await world.mark({ kind: 'contact', link: theLink().key });
  expect(await world.plan()).toEqual([]);
  return (await world.link())?.base[id];
};

describe('what was agreed on about one field says nothing of another that is chosen in its place:', () => {
  test('another do-not-disturb field, unticked, frees nobody', async () => {
    const choice = { ...allOn(), dnd: { id: '11', variant: 'checkbox' as const } };
    const world = await createPlanWorld(choice);
    await linked(world, { customFields: { 11: 'true' } }, { dnd: true });
    expect(await agreedOn(world, 'dnd')).toBe('yes');
    await choose(world, { ...choice, dnd: { id: '12', variant: 'checkbox' } });
    await clioIs(world, { 11: 'true', 12: 'false' });
    // The one in use now is ticked instead.
    expect(await sent(world)).toMatchObject([['clio.contact.update', { customFields: { 12: 'true' } }]]);
  });

  test('nor do its words, once they are turned round', async () => {
    const choice = { ...allOn(), dnd: { id: '11', variant: 'picklist' as const, yes: 'a', no: 'b' } };
    const world = await createPlanWorld(choice);
    await linked(world, { customFields: { 11: 'a' } }, { dnd: true });
    expect(await agreedOn(world, 'dnd')).toBe('yes');
    await choose(world, { ...choice, dnd: { id: '11', variant: 'picklist', yes: 'b', no: 'a' } });
    await world.mark({ kind: 'contact', link: theLink().key });
    expect(await sent(world)).toEqual([]);
    expect(await world.asks()).toMatchObject([{ kind: 'conflict', entity: 'dnd' }]);
  });

  test('a named field beside another HighLevel field: where both have a value, a person is asked; where one is blank, it is filled', async () => {
    const extra = { id: 'x.source', name: 'Source', kind: 'text', direction: 'both', clio: { fieldId: '11' } };
    const beside = (fieldId: string) => ({ ...allOn(), extras: [{ ...extra, highlevel: { fieldId } }] });
    const world = await createPlanWorld(beside('a'));
    await linked(world, { customFields: { 11: 'Google' } }, { customFields: { a: 'Google', b: 'Facebook' } });
    expect(await agreedOn(world, 'x.source')).toBe('Google');
    await choose(world, beside('b'));
    await world.mark({ kind: 'contact', link: theLink().key });
    expect(await sent(world)).toEqual([]);
    expect(await world.asks()).toMatchObject([{ body: { fields: [{ clio: 'Google', highlevel: 'Facebook' }] } }]);
    await choose(world, beside('c'));
    await world.mark({ kind: 'contact', link: theLink().key });
    expect(await sent(world)).toMatchObject([['highlevel.contact.update', { customFields: { c: 'Google' } }]]);
  });

  test('what was written under the former choice and done after it is no base for the new one', async () => {
    const choice = { ...allOn(), dnd: { id: '11', variant: 'checkbox' as const } };
    const world = await createPlanWorld(choice);
    await linked(world, { customFields: { 11: 'true' } });
    const [write] = await world.plan();
    expect(write?.op).toBe('highlevel.contact.set-dnd');
    await choose(world, { ...choice, dnd: { id: '12', variant: 'checkbox' }, mappedAt: world.parts.now() });
    await world.carryOut(write!, made('contact' as never, person('highlevel', 'hl7', { dnd: true })));
    await world.put('highlevel', 'contact', person('highlevel', 'hl7', { dnd: true }));
    await clioIs(world, { 12: 'false' });
    expect(await sent(world)).toMatchObject([['clio.contact.update', { customFields: { 12: 'true' } }]]);
  });

  test('a pair of users put right hands nobody’s task to somebody else', async () => {
    const users = (...pairs: [string, string][]) => ({
      ...allOn(),
      users: pairs.map(([clio, highlevel]) => ({ clio, highlevel })),
    });
    const world = await createPlanWorld(users(['900', 'bob']));
    await linked(world);
    await world.put('clio', 'task', task('clio', '1', { assigneeId: '900' }));
    const [write] = await world.plan();
    const twin = task('highlevel', 'h1', { assigneeId: 'bob' });
    await world.carryOut(write!, made('task', twin));
    await world.put('highlevel', 'task', twin);
    expect(await world.plan()).toEqual([]);
    expect((await pairOf(world, 'task', '1'))?.agreed?.base.assignee).toBeDefined();
    await choose(world, users(['900', 'anna'], ['901', 'bob']));
    await world.mark({ kind: 'child', system: 'clio', account: CLIO, entity: 'task', id: '1' });
    expect(await sent(world)).toEqual([]);
    expect(await world.asks()).toMatchObject([{ kind: 'conflict', body: { fields: [{ id: 'assignee' }] } }]);
  });
});
