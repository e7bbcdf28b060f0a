import type { AsksView, PersonPageView, SyncView } from '../../lib/model/console-sync.ts';
import type { Memory } from './memory.ts';
import { pass, type Stage } from './stage.ts';
import { setSync } from './two-way.ts';

type Act = (stage: Stage, memory: Memory) => Promise<void>;

/** Gives an open question its answer, and remembers what that allows and decides. */
export async function answer(stage: Stage, memory: Memory, { key, kind, body }: AsksView['asks'][number]): Promise<void> {
  const offer = stage.chance.pick(body.offers);
  const named = offer === 'choose' ? body.choices : offer === 'link' || offer === 'relink' ? body.candidates : undefined;
  if (named && !named.length) return;
  const id = named && stage.chance.pick<{ id: string }>(named).id;
  // Whoever answers has seen both values.
  for (const { clio, highlevel } of body.fields ?? []) for (const one of [clio, highlevel]) if (one) memory.decided.add(one);
  if (offer === 'approve') for (const one of [body.title, body.text]) if (one) memory.allowed.add(one);
  const matter = body.matter?.id ?? body.held?.find((one) => one.matter)?.matter;
  if (offer === 'allow-matter' && matter) memory.allowed.add(`matter:${matter}`);
  if (offer === 'remove' || offer === 'unlink' || offer === 'not-same' || offer === 'never') {
    for (const one of [body.clioId, body.highlevelId, body.title, body.text, body.label]) if (one) memory.removed.add(one);
  }
  if (kind === 'vanished' && body.clioId) memory.chosen.delete(body.clioId);
  void stage.say('console', 'ask.answer', { key, answer: { offer, ...(id ? { id } : {}) } }).then(({ ok }) => {
    if (ok && offer !== 'later' && offer !== 'merge') memory.answered.set(key, stage.time.now());
    if (ok && kind === 'match' && offer === 'link' && id) memory.chosen.set(body.clioId ?? id, body.highlevelId ?? id);
  });
  await pass(stage, 1);
}

/** What is done on the console's pages: questions answered, pairs taken back, two-way sync switched off and on. */
export const CONSOLE: Record<string, Act> = {
  async 'answer a question'(stage, memory) {
    const view = await stage.ask<AsksView>('console', 'asks.view', {});
    const open = view?.asks ?? [];
    if (!open.length) return;
    await answer(stage, memory, stage.chance.pick(open));
  },
  async reconcile(stage) {
    await stage.ask('console', 'reconcile.run', {});
  },
  async recall(stage, memory) {
    const view = await stage.ask<SyncView>('console', 'sync.view', {});
    const person = view?.pairs[0]?.people.length ? stage.chance.pick(view.pairs[0].people) : undefined;
    if (!person || !view?.pairs[0]) return;
    const link = `${view.pairs[0].clio.id.replace(/^clio:/, '')}|${person.id}|${view.pairs[0].location.id.replace(/^highlevel:/, '')}`;
    const page = await stage.ask<PersonPageView>('console', 'person.view', { link });
    if (!page?.pairs.length) return;
    const pair = stage.chance.pick(page.pairs);
    memory.removed.add(pair.clioId);
    memory.removed.add(pair.highlevelId);
    await stage.ask('console', 'item.recall', { pair: pair.key });
  },
  async 'sync off'(stage, memory) {
    if (memory.sync?.on && stage.chance.chance(0.3)) await setSync(stage, memory, { ...memory.sync, on: false });
  },
  async 'sync on'(stage, memory) {
    if (memory.choice && !memory.sync?.on) await setSync(stage, memory, { ...memory.choice, ...memory.sync, on: true });
  },
  async 'pilot widened'(stage, memory) {
    if (memory.sync?.on && memory.sync.pilot.on && stage.chance.chance(0.3))
      await setSync(stage, memory, { ...memory.sync, pilot: { on: false, people: [] } });
  },
};
