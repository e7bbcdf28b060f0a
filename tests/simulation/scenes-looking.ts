import type { PanelView } from '../../lib/model/panel.ts';
import { readDisk } from './disk.ts';
import type { Scene } from './scenes.ts';
import { inGoodWeather } from './scenes-long.ts';
import { type Stage, visit } from './stage.ts';
import { contactsOf, twinOf } from './systems.ts';

const clioMails = (stage: Stage, mail: string): number =>
  contactsOf.clio(stage).filter((one) => one.email_addresses.some(({ address }) => address.toLowerCase() === mail)).length;

/** Somebody of both systems, by an e-mail that nobody else has, whom the product has not linked. */
async function unlinked(stage: Stage) {
  const { links } = await readDisk(stage.disk);
  return contactsOf.clio(stage).find((one) => {
    const twin = twinOf(stage, one);
    const mail = twin?.email?.toLowerCase() ?? '';
    const isOneself = contactsOf.highlevel(stage).filter(({ email }) => email?.toLowerCase() === mail).length === 1;
    const isKnown = links.some(({ clioId, highlevelId }) => clioId === String(one.id) || highlevelId === twin?.id);
    return one.type === 'Person' && twin && isOneself && !isKnown && clioMails(stage, mail) === 1;
  });
}

/** What somebody sees who looks. */
export const LOOKING: Record<string, Scene> = {
  /** HighLevel's search finds no phone [issue 289 of the vendor's API docs], or tells each row twice: they are found by their e-mail, once. */
  'somebody never looked at': (stage, memory) =>
    inGoodWeather(stage, async () => {
      const { highlevel, weather, chance, calls } = stage;
      const person = await unlinked(stage);
      if (!person) return;
      const { control } = highlevel;
      (control.setSearchLag as (args: unknown) => void)({ ms: 0 });
      (control.setQuirk as (args: unknown) => void)({ name: 'phone-search-finds-nothing', times: 1 });
      if (chance.chance(0.6)) weather.aimed.push({ at: 'read', path: /\/contacts\/search$/, mishap: 'doubled' });
      const from = calls.length;
      await visit(stage, person.id);
      weather.aimed = [];
      const view = await stage.ask<PanelView>('panel', 'panel.view', {});
      const isSearched = calls.slice(from).some(({ path, status }) => path === '/contacts/search' && status === 200);
      if (!view || !isSearched) return;
      const { screen } = view;
      const ids = screen.kind === 'choose' ? screen.candidates.map(({ id }) => id) : [];
      const wrong = screen.kind === 'none' || new Set(ids).size !== ids.length;
      if (wrong)
        memory.seen.push({ kind: 'lost', what: `${person.id} has one twin, by e-mail; shown as "${screen.kind}" of ${ids}` });
    }),
};
