import { beforeAll, expect, test } from 'vitest';
import { cast } from '../../sandbox/world/cast.ts';
import type { ClioContact, HlContact } from '../../sandbox/world/types.ts';
import { compareNow, switchSyncOn } from '../../scripts/browser/mappings-driver.ts';
import { contactHash, type PanelDriver } from '../../scripts/browser/panel-driver.ts';
import { dryRunOn, goTo, switchRule, useTemplate } from '../../scripts/browser/rules-driver.ts';
import type { View } from '../../scripts/browser/view.ts';
import { until } from '../../scripts/browser/wait.ts';
import { word, wordPattern } from '../../scripts/browser/words.ts';
import { writesIn } from '../../scripts/tour/world.ts';
import { inBothBrowsers } from './scene.ts';

const { marisol, ruth } = cast;
/** Changes are looked for each minute while a Clio tab is open; browsers ring alarms every half minute at the most often. */
const SOON = 100_000;
const DAY = 24 * 60 * 60 * 1000;
const isoDay = (ahead: number): string => new Date(Date.now() + ahead * DAY).toISOString().slice(0, 10);

inBothBrowsers(
  'the console',
  (scene) => {
    const desk = (): Promise<View> => scene().desk.view();
    const inHighLevel = (id: string): HlContact => scene().state.contacts({ id })[0]!;
    const clioContacts = () => scene().sandbox.control('state', { system: 'clio', table: 'contacts' }) as ClioContact[];
    const notesOf = (id: string) =>
      scene()
        .state.notes({ contactId: id })
        .map(({ body }) => body);
    const tasksOf = (id: string) => scene().state.tasks({ contactId: id });
    let tab: PanelDriver;

    beforeAll(async () => {
      await scene().connect();
      await scene().desk.switchWriting('Clio');
      tab = await scene().open(contactHash(ruth.clioId));
      await tab.showsPerson(ruth.name);
      await tab.goTo(contactHash(marisol.clioId));
      await tab.showsPerson(marisol.name);
    }, 180_000);

    test('row 15: a ready rule works after three clicks: a new task in Clio comes to HighLevel', {
      timeout: 180_000,
    }, async () => {
      const { harness, sandbox } = scene();
      const screen = await desk();
      await goTo(screen, 'rules.nav');
      const before = harness.hands.clicks;
      await useTemplate(screen, 'clio-task', 'pilot');
      expect(harness.hands.clicks - before).toBeLessThanOrEqual(3);
      const name = 'Collect the lease';
      sandbox.control('clio.addTask', { name, matter_id: marisol.matterId, due_at: isoDay(3) });
      await until('the task in HighLevel', () => tasksOf(marisol.highlevelId).some(({ title }) => title === name), SOON);
      expect(tasksOf(marisol.highlevelId).filter(({ title }) => title === name)).toHaveLength(1);
    });

    test('row 21: a sample flow is played first, runs small, tells in Activity, and grows', { timeout: 180_000 }, async () => {
      const { sandbox } = scene();
      const screen = await desk();
      const writes = writesIn(sandbox).length;
      await goTo(screen, 'rules.nav');
      await useTemplate(screen, 'clio-note', 'off');
      await dryRunOn(screen, marisol.name);
      expect(writesIn(sandbox), 'a dry run sends nothing').toHaveLength(writes);

      const rule = word('rule.template.clio_note.name');
      await switchRule(screen, new RegExp(`^${rule}`));
      const detail = 'Prefers calls before noon.';
      sandbox.control('clio.addNote', { contact_id: marisol.clioId, subject: 'Call', detail });
      // Whoever opens the person in Clio need not wait for the next reading.
      await tab.goTo(contactHash(ruth.clioId));
      await tab.goTo(contactHash(marisol.clioId));
      await until('the note in HighLevel', () => notesOf(marisol.highlevelId).some((body) => body.includes(detail)), SOON);
      await goTo(screen, 'activityPage.nav');
      await screen.find('button', new RegExp(`Call.*(${word('activity.by.rule')}|${rule}).*HighLevel`, 's'));

      await goTo(screen, 'rules.nav');
      await screen.click('link', new RegExp(`^${rule}`));
      await screen.click('checkbox', word('rules.limits.pilot'));
      await screen.fill(word('rules.limits.pilotDay'), '2');
      await screen.click('button', word('rules.save'));
      await screen.sees(word('rules.state.pilotDay', '2'));
      await screen.fill(word('rules.limits.pilotDay'), '25');
      await screen.click('button', word('rules.save'));
      await screen.sees(word('rules.state.pilotDay', '25'));
    });

    test('row 16: Home brings together what happened, tasks, notes and appointments of both sides', {
      timeout: 180_000,
    }, async () => {
      const { sandbox } = scene();
      const screen = await desk();
      await switchSyncOn(screen, { both: ['contact', 'task', 'note'], policy: 'newest', pilot: [marisol.name, ruth.name] });
      sandbox.control('clio.patchContact', { id: ruth.clioId, patch: { last_name: 'Okafor-Lane' } });
      sandbox.control('clio.addNote', { contact_id: ruth.clioId, subject: 'Call', detail: 'Asked for the Tuesday slot.' });
      await compareNow(screen);
      await until('the name in HighLevel', () => inHighLevel(ruth.highlevelId).lastName === 'Okafor-Lane', SOON);
      await goTo(screen, 'home.nav');
      // Small headings are painted in capitals, and that is how they read.
      const heading = (key: string) => screen.find('heading', new RegExp(`^${word(key)}$`, 'i'));
      const card = async (key: string): Promise<string> =>
        String(await (await heading(key)).evaluate((one) => one.closest('section')?.textContent));
      await until('the newest note', async () => (await card('home.notes.title')).includes('Tuesday slot'), SOON);
      const [tasks, visits] = await Promise.all(['home.tasks.title', 'home.appointments.title'].map(card));
      expect(tasks).toContain('Clio');
      expect(tasks).toContain('HighLevel');
      expect(tasks).toContain('Send retainer agreement');
      expect(visits).toContain(marisol.name);
      await until('what was done', async () => (await card('home.latest.title')).includes(word('activity.by.sync')), SOON);
      await heading('home.chart.title');
    });

    test('row 17: People acts on one and on many, with progress and what became of each', { timeout: 240_000 }, async () => {
      const screen = await desk();
      const leila = clioContacts().find(({ name }) => name === 'Leila Farahani')!;
      await tab.goTo(contactHash(leila.id));
      await tab.showsPerson(leila.name);
      const open = async (name: string) => {
        await goTo(screen, 'people.nav');
        await screen.fill(word('people.search'), name);
        await screen.click('link', new RegExp(`^${name}`));
      };
      const many = async (names: string[], act: string, inMenu = false) => {
        await goTo(screen, 'people.nav');
        for (const name of names) {
          await screen.fill(word('people.search'), name);
          await screen.click('checkbox', new RegExp(`^${word('people.select', name)}`));
        }
        if (inMenu) {
          await screen.click('button', word('people.moreActs'));
          await screen.click('menuitem', word(`people.act.${act}`));
        } else await screen.click('button', word(`people.act.${act}`));
      };
      const go = async (act: string, count: number) => {
        const people = count === 1 ? '1 person' : `${count} people`;
        await screen.click('button', word('people.go', word(`people.act.${act}`), people));
        await screen.find('progressbar', word('people.results'));
      };
      const close = (act: string) => screen.click('button', word('people.close'), { within: word(`people.act.${act}`) });

      await open(leila.name);
      await screen.click('button', wordPattern('people.pushAll'));
      const pushed = () =>
        writesIn(scene().sandbox).some(({ method, path }) => method === 'PUT' && path.startsWith('/contacts/'));
      await until('the push of one', pushed, SOON);

      await open(marisol.name);
      await screen.fill(word('people.addTag'), 'vip');
      await screen.click('button', word('people.add'));
      await until('the tag', () => inHighLevel(marisol.highlevelId).tags.includes('vip'), SOON);
      const { title } = tasksOf(marisol.highlevelId).find(({ id }) => id === marisol.highlevelTasks.retainer)!;
      await screen.click('button', `${word('people.complete')}: ${title}`);
      await until(
        'the task to be done',
        () => tasksOf(marisol.highlevelId).some((one) => one.title === title && one.completed),
        SOON,
      );

      await many([marisol.name, leila.name], 'tag');
      await screen.fill(word('people.tagNames'), 'newsletter');
      await go('tag', 2);
      for (const name of [marisol.name, leila.name])
        await until(
          `${name} done`,
          () => screen.has('link', name, { within: new RegExp(`${name}.*${word('people.state_done')}`, 's') }),
          SOON,
        );
      expect(inHighLevel(marisol.highlevelId).tags).toContain('newsletter');
      await close('tag');

      const linked = () => screen.has('link', new RegExp(`^${ruth.name}`));
      await many([ruth.name], 'unlink', true);
      await go('unlink', 1);
      await screen.sees(word('people.state_done'));
      await close('unlink');
      await until('Ruth unlinked', async () => !(await linked()), SOON);
      // Whom somebody has unlinked is linked by hand only, where both are seen.
      await tab.goTo(contactHash(ruth.clioId));
      await (await tab.view()).sees(word('panel.choose.ask'), SOON);
      const { firstName, lastName } = inHighLevel(ruth.highlevelId);
      await tab.linkCandidate(`${firstName} ${lastName}`);
      await until('Ruth linked again', linked, SOON);
    });
  },
  { session: true },
);
