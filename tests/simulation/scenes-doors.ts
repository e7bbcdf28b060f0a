import type { PanelView } from '../../lib/model/panel.ts';
import { shown } from './clicks.ts';
import type { Memory } from './memory.ts';
import type { Scene } from './scenes.ts';
import { pass, visit } from './stage.ts';
import { someone } from './systems.ts';

const given = (memory: Memory, what: string): void => void memory.seen.push({ kind: 'given-away', what });

/** What only our own pages may ask for; each in the shape in which it would be carried out. */
const PRIVILEGED = (key: string): [string, unknown][] => [
  ['note.add', { key, text: 'Said by the page' }],
  ['tag.add', { key, tags: ['said-by-the-page'] }],
  ['contact.create', { key }],
  ['panel.view', {}],
  ['home.view', {}],
  ['asks.view', {}],
  ['connections.view', {}],
  ['writing.set', { system: 'clio', on: true }],
  ['reconcile.run', {}],
  ['connection.remove', { id: 'clio:us:1' }],
  ['everything.erase', {}],
];

/** What comes to the product's doors from where it must not be let in. */
export const DOORS: Record<string, Scene> = {
  /** Something in Clio's page speaks with the content script's voice. */
  async 'the page asks for more than it may'(stage, memory) {
    const view = await shown(stage);
    for (const [type, payload] of PRIVILEGED(view?.key ?? '')) {
      let isTaken = false;
      void stage.say('page', type, payload).then((answer) => {
        isTaken = answer?.ok === true;
      });
      await pass(stage, 2);
      if (isTaken) given(memory, `the page asked for ${type}, and it was done`);
    }
  },
  /** A tab of another region, whose account is another firm's: same numbers, other people. */
  async 'a page of another region'(stage, memory) {
    const { calls, chance } = stage;
    const before = await shown(stage);
    const from = calls.length;
    const region = chance.pick(['eu', 'ca', 'au'] as const);
    const { id } = someone.clio(stage);
    const told = await stage.ask('page', 'subject.report', { subject: { region, kind: 'contact', id: String(id) } });
    // A worker that died over it heard nothing: the content script says it again.
    if (!told) return;
    const view = await stage.ask<PanelView>('panel', 'panel.view', {});
    if (view?.screen.kind === 'person') given(memory, `a page of ${region} shows somebody of another account`);
    const text = `Said to another region ${stage.fresh()}`;
    let isTaken = false;
    // The key of the page that was there before, and the one that is there now.
    for (const key of [before?.key, view?.key]) {
      if (key) void stage.say('panel', 'note.add', { key, text }).then(({ ok }) => (isTaken ||= ok));
      await pass(stage, 5);
    }
    if (isTaken) given(memory, `a click on a page of ${region} was taken`);
    const strayed = calls.slice(from).find(({ host }) => host.startsWith(`${region}.`));
    if (strayed) given(memory, `${strayed.method} ${strayed.path} went to ${strayed.host}, where nobody signed in`);
    await visit(stage, id);
  },
};
