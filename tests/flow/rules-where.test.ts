import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Rule } from '../../lib/model/rule.ts';
import { createRulesWorld, followUp, type RulesWorld } from './rules-world.ts';

let world: RulesWorld;
beforeEach(async () => {
  world = await createRulesWorld();
});
afterEach(() => world.close());

const areaOf = () => world.matter().practice_area?.name ?? '';
const followedUp = () => world.highlevelTasks().filter(({ title }) => title.startsWith('After: ')).length;
/** Did the rule with this scope or pilot run for a task of Ruth's? */
async function runs(more: Partial<Rule>): Promise<boolean> {
  const before = followedUp();
  const rule = await world.rule({ steps: [followUp], ...more });
  world.addTask(`Task of ${rule.id}`);
  await world.live(3);
  await world.say('console', 'rule.switch', { rule: rule.id, on: false });
  return followedUp() > before;
}

describe('where a rule holds', () => {
  test('in these locations only', async () => {
    expect(await runs({ scope: { locations: [world.location.account] } })).toBe(true);
    expect(await runs({ scope: { locations: [world.cast.locations.intake] } })).toBe(false);
  });

  test('for people with one of these tags only', async () => {
    world.editHighLevel(`/contacts/${world.ruth.highlevelId}`, { tags: ['Board member'] });
    await world.live(3);
    expect(await runs({ scope: { tags: ['other', 'board member'] } })).toBe(true);
    expect(await runs({ scope: { tags: ['other'] } })).toBe(false);
  });

  test('in these practice areas only: of the matter of a task, and of the person’s matters', async () => {
    expect(areaOf()).not.toBe('');
    expect(await runs({ scope: { practiceAreas: ['Maritime', areaOf().toUpperCase()] } })).toBe(true);
    expect(await runs({ scope: { practiceAreas: ['Maritime'] } })).toBe(false);
    const changed = { id: 'clio.contact.updated', params: {} };
    const note = { id: 'tell', do: 'notify' as const, title: 'Changed: {{clio.firstName}}', text: '' };
    await world.rule({ trigger: changed, scope: { practiceAreas: [areaOf()] }, steps: [note] });
    await world.rule({ trigger: changed, scope: { practiceAreas: ['Maritime'] }, steps: [{ ...note, title: 'Never' }] });
    world.editClio(`/contacts/${world.ruth.clioId}`, { first_name: 'Ruthie' });
    await world.within(4, async () => (await world.ruleAsks()).length);
    expect((await world.ruleAsks()).map(({ body }) => body.title)).toEqual(['Changed: Ruthie']);
  });

  test('conditions and texts know a matter’s practice area, stage and attorney', async () => {
    const { users } = world.cast;
    const stage = world.sandbox.clio.state.rows.matterStages!.find(
      ({ practice_area_id }) => practice_area_id === world.matter().practice_area?.id,
    )!;
    const is = (name: string, value: string) => ({ field: `record.${name}`, operator: 'is', value });
    const title = '{{record.attorneyName}} has {{record.label}} in {{record.stage}}';
    await world.rule({
      trigger: { id: 'clio.matter.updated', params: {} },
      conditions: { all: [is('practiceArea', areaOf()), is('stage', stage.name), is('attorneyId', String(users.grace.clioId))] },
      steps: [{ id: 'tell', do: 'notify', title, text: '' }],
    });
    const data = { matter_stage: { id: stage.id }, responsible_attorney: { id: users.grace.clioId } };
    world.editClio(`/matters/${world.ruth.matterId}`, data);
    await world.within(8, async () => (await world.ruleAsks()).length);
    expect((await world.ruleAsks())[0]?.body.title).toMatch(new RegExp(`^Grace Okonkwo has .* in ${stage.name}$`));
  });
});

test('a task tells of its matter', async () => {
  await world.rule({ steps: [{ id: 'tell', do: 'notify', title: '{{matter.practiceArea}}: {{record.title}}', text: '' }] });
  world.addTask('File the affidavit');
  await world.within(4, async () => (await world.ruleAsks()).length);
  expect((await world.ruleAsks())[0]?.body.title).toBe(`${areaOf()}: File the affidavit`);
});

describe('a pilot', () => {
  test('of named people is for nobody else', async () => {
    const others = Array.from({ length: 9 }, (_, index) => String(1000 + index));
    expect(await runs({ pilot: { on: true, people: [...others, String(world.ruth.clioId)] } })).toBe(true);
    expect(await runs({ pilot: { on: true, people: [...others, world.ruth.highlevelId] } })).toBe(true);
    expect(await runs({ pilot: { on: true, people: others } })).toBe(false);
  });

  test('of so many a day ends there for the day, and goes on the next', async () => {
    await world.rule({ steps: [followUp], pilot: { on: true, people: [], perDay: 2 } });
    for (const name of ['a', 'b', 'c']) world.addTask(name);
    await world.live(5);
    expect(followedUp()).toBe(2);
    await world.advance(24 * 3_600_000);
    await world.live(2);
    expect(followedUp(), 'what was left out is not made up for').toBe(2);
    world.addTask('d');
    await world.within(4, () => followedUp() === 3);
  });
});
