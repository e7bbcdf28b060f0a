import { afterEach, describe, expect, test } from 'vitest';
import { rulesFrom } from '../../components/console/rules/use-template.ts';
import type { Rule } from '../../lib/model/rule.ts';
import type { TemplateView } from '../../lib/model/rules-view.ts';
import { TEMPLATES } from '../../lib/rules/templates/index.ts';
import { READY } from './ready-rules.ts';
import { createRulesWorld, type RulesWorld } from './rules-world.ts';

let world: RulesWorld;
afterEach(() => world.close());

/** As the gallery does it: the template's rules, with what has to be chosen, kept switched off. */
async function taken(template: TemplateView): Promise<Rule[]> {
  const given = READY[template.id]?.choose?.(world) ?? '';
  const chosen = Object.fromEntries(
    template.asks.flatMap((ask) => [[`${ask.rule} ${ask.at}`, given] as const, [`${ask.system} ${ask.entity}`, given] as const]),
  );
  const rules: Rule[] = [];
  for (const rule of rulesFrom(template, chosen, world.now())) rules.push(await world.save(rule));
  return rules;
}

const actionsOf = ([rule]: Rule[]): string[] =>
  rule!.steps.flatMap((step) => (step.do === 'action' ? [step.operation] : [])).sort();

/** Its own sample is played before anything of the firm's is there. */
async function playsItsSample(template: TemplateView, rules: Rule[]): Promise<void> {
  const before = world.calls();
  const view = await world.say('console', 'rule.dry-run', { rule: rules[0]!, against: { sample: template.sample } });
  expect(view).toMatchObject({ problems: [], fired: 1, cases: [{ id: expect.any(String) }] });
  const [{ steps }] = view.cases as [(typeof view.cases)[number]];
  const written = steps.flatMap(({ operation, skipped, problems }) => (operation && !skipped && !problems ? [operation] : []));
  expect(written.sort()).toEqual(actionsOf(rules));
  expect(world.calls(), 'nothing was sent').toBe(before);
}

describe('row 15: a ready rule is chosen, played on its sample, switched on, and does what it says:', () => {
  test('there are 18 of them, and each is tried here', async () => {
    world = await createRulesWorld();
    expect(TEMPLATES).toHaveLength(18);
    expect(TEMPLATES.map(({ id }) => id).sort()).toEqual(Object.keys(READY).sort());
    for (const { picture, sample } of TEMPLATES)
      expect([picture.length > 1, Object.keys(sample).length > 1]).toEqual([true, true]);
  });

  for (const template of TEMPLATES) {
    test(template.id, async () => {
      world = await createRulesWorld();
      const { happens, seen, calls } = READY[template.id]!;
      const rules = await taken(template);
      await playsItsSample(template, rules);
      for (const { id } of rules) await world.say('console', 'rule.switch', { rule: id, on: true });
      await world.live(1);
      expect(world.sent(), 'nothing has happened yet').toEqual([]);
      await happens(world);
      await world.within(10, () => seen(world), template.id);
      await world.live(10);
      expect(world.sent(), 'each once, and nothing else').toEqual(calls);
      for (const { id } of rules) expect((await world.ruleView(id)).state).toMatchObject({ failures: 0 });
    });
  }
});
