import type { AsksView } from '../../lib/model/console-sync.ts';
import type { Link } from '../../lib/model/link.ts';
import { contactRow, inPilot, sameSite } from './checks-sync.ts';
import { readDisk } from './disk.ts';
import { editClioContact, editHighLevelContact, FIELDS, type Field } from './edits.ts';
import type { Memory } from './memory.ts';
import type { Scene } from './scenes.ts';
import { pass, type Stage, visit } from './stage.ts';
import { contactsOf, type System, someone } from './systems.ts';

/** So long both sides are read and written when nothing is in the way (seconds). */
const SETTLED = 180;
const SOON = 300;

/** Both records of a linked person; undefined once one of them is gone. */
function recordsOf(stage: Stage, { clioId, highlevelId }: Link) {
  const clio = contactsOf.clio(stage).find(({ id }) => String(id) === clioId);
  const highlevel = contactsOf.highlevel(stage).find(({ id }) => id === highlevelId);
  return clio && highlevel && { clio, highlevel };
}

function valuesOf(stage: Stage, link: Link, field: Field): Record<System, string> | undefined {
  const both = recordsOf(stage, link);
  return both && { clio: contactRow.clio(both.clio)[field] ?? '', highlevel: contactRow.highlevel(both.highlevel)[field] ?? '' };
}
const same = (field: Field, a: string, b: string): boolean => a === b || sameSite(field, a, b);

/** Linked, within the pilot, and nothing about them waits for anybody. */
async function undisturbed(stage: Stage, memory: Memory, clioId: number): Promise<Link | undefined> {
  const { links, asks, writes, signedOut } = await readDisk(stage.disk);
  const link = links.find((one) => one.clioId === String(clioId));
  if (!link || !inPilot(memory, link) || signedOut) return undefined;
  const isHeld =
    asks.some((one) => one.link === link.key && one.state === 'open') ||
    writes.some((one) => one.link === link.key && one.state !== 'done') ||
    links.some((one) => one !== link && one.highlevelId === link.highlevelId);
  return isHeld ? undefined : link;
}

/** Both lists of people were read in the time just gone by: neither a budget nor a pause is in the way. */
const bothRead = ({ calls }: Stage, from: number): boolean =>
  [/^\/api\/v4\/contacts\.json$/, /^\/contacts\/search$/].every((path) =>
    calls.slice(from).some((one) => path.test(one.path) && one.status === 200),
  );

/**
 * Nothing is in the way: the network is there, Clio is open, and a linked person stands the same on both sides. What is changed then has one
 * right end, and is there within minutes; it is not for the end of the history, whose reading of everything heals what was missed.
 */
async function onFairDay(stage: Stage, memory: Memory, work: (link: Link, field: Field) => Promise<void>): Promise<void> {
  const { weather, machine, highlevel, chance } = stage;
  if (!memory.sync?.on) return;
  const { mishaps } = weather;
  Object.assign(weather, { online: true, mishaps: {}, aimed: [] });
  machine.storage.full(false);
  (highlevel.control.setLimits as (args: unknown) => void)({ used: 0 });
  const { id } = someone.clio(stage);
  await visit(stage, id);
  const from = stage.calls.length;
  await pass(stage, SETTLED);
  const link = await undisturbed(stage, memory, id);
  const field = chance.pick(FIELDS);
  const values = link && valuesOf(stage, link, field);
  const isOne = link && ![link.clioId, link.highlevelId].some((one) => memory.merged.has(one));
  if (isOne && values?.clio && same(field, values.clio, values.highlevel) && bothRead(stage, from)) await work(link, field);
  weather.mishaps = mishaps;
}

/** Somebody changes one field on one side; the value. */
function change(stage: Stage, memory: Memory, link: Link, side: System, field: Field): string {
  const both = recordsOf(stage, link);
  if (!both) return '';
  return side === 'clio'
    ? editClioContact(stage, memory, both.clio, field)
    : editHighLevelContact(stage, memory, both.highlevel, field);
}

/** Both sides have this value by now. */
function expectBoth(stage: Stage, memory: Memory, link: Link, field: Field, wanted: string, why: string): void {
  const now = valuesOf(stage, link, field);
  if (!now || (same(field, now.clio, wanted) && same(field, now.highlevel, wanted))) return;
  const what = `${link.key} ${field}: ${why}, so it is "${wanted}"; minutes later "${now.clio}" in Clio, "${now.highlevel}" in HighLevel`;
  memory.seen.push({ kind: 'unequal', what });
}

/** Is somebody asked which of the two is right? Then they say it. */
async function answered(stage: Stage, memory: Memory, field: Field, values: Record<System, string>): Promise<System | undefined> {
  const view = await stage.ask<AsksView>('console', 'asks.view', {});
  const asked = view?.asks.find(({ body }) =>
    body.fields?.some(
      ({ id, clio = '', highlevel = '' }) =>
        id === field && same(field, clio, values.clio) && same(field, highlevel, values.highlevel),
    ),
  );
  if (!asked) return undefined;
  const offer = stage.chance.pick(['clio', 'highlevel'] as const);
  memory.decided.add(values.clio).add(values.highlevel);
  await stage.ask('console', 'ask.answer', { key: asked.key, answer: { offer } });
  return offer;
}

/** Both sides changed the field, `last` the later one: the policy says whose value it is. */
async function byPolicy(
  stage: Stage,
  memory: Memory,
  link: Link,
  field: Field,
  values: Record<System, string>,
  last: System,
): Promise<void> {
  const policy = memory.sync?.entities.contact.policy;
  const winner =
    policy === 'newest' ? last : policy === 'ask' ? await answered(stage, memory, field, values) : (policy ?? 'clio');
  if (!winner) {
    const what = `${link.key} ${field}: "${values.clio}" or "${values.highlevel}", and nobody is asked`;
    memory.seen.push({ kind: 'lost', what });
    return;
  }
  if (policy === 'ask') await pass(stage, SOON);
  expectBoth(stage, memory, link, field, values[winner], `both changed it and ${winner} wins by "${policy}"`);
}

/** What has one right end, on a day when nothing is in the way. */
export const FAIR: Record<string, Scene> = {
  /** What only one side changed goes to the other, asks nobody and loses to nobody; once more while the first is still being written. */
  'one side changes alone': (stage, memory) =>
    onFairDay(stage, memory, async (link, field) => {
      const { chance, weather } = stage;
      const side = chance.pick(['clio', 'highlevel'] as const);
      let value = change(stage, memory, link, side, field);
      if (chance.chance(0.5)) {
        // Looked for, and sent again after half a minute: long enough for the next change to be read meanwhile.
        weather.aimed.push({ at: 'write', mishap: 'error-before' });
        for (let waited = 0; weather.aimed.length && waited < 120; waited += 2) await pass(stage, 2);
        value = change(stage, memory, link, side, field);
        await visit(stage, Number(link.clioId));
      }
      await pass(stage, SOON);
      expectBoth(stage, memory, link, field, value, `only ${side} changed it`);
    }),
  /** Two people change the same field before anything is read: the policy says whose value it is. */
  'both sides change one field': (stage, memory) =>
    onFairDay(stage, memory, async (link, field) => {
      const { chance, time } = stage;
      const [first, second] = chance.pick([
        ['clio', 'highlevel'],
        ['highlevel', 'clio'],
      ] as const);
      const early = change(stage, memory, link, first, field);
      time.jump(3_000 + chance.below(15_000));
      const late = change(stage, memory, link, second, field);
      await pass(stage, SOON);
      await byPolicy(stage, memory, link, field, { [first]: early, [second]: late } as Record<System, string>, second);
    }),
  /** Somebody in Clio writes the same field in the moment our write arrives there: Clio refuses ours (412), and the policy decides. */
  'edited as our write arrives': (stage, memory) =>
    onFairDay(stage, memory, async (link, field) => {
      const { weather } = stage;
      const values = { clio: '', highlevel: change(stage, memory, link, 'highlevel', field) };
      const meanwhile = () => {
        values.clio = change(stage, memory, link, 'clio', field);
      };
      weather.aimed.push({ at: 'write', path: new RegExp(`contacts/${link.clioId}`), mishap: 'none', meanwhile });
      await pass(stage, 2 * SOON);
      weather.aimed = weather.aimed.filter((one) => one.meanwhile !== meanwhile);
      if (values.clio) await byPolicy(stage, memory, link, field, values, 'clio');
    }),
};
