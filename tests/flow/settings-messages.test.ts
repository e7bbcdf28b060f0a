import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MessageType } from '../../lib/messages/protocol.ts';
import { SETTINGS_MESSAGES } from '../../lib/messages/protocol-settings.ts';
import type { ExportCursor, ExportPage } from '../../lib/model/settings-view.ts';
import { TEMPLATES } from '../../lib/rules/templates/index.ts';
import { createTwoWayWorld, type TwoWayWorld } from './two-way-world.ts';

let world: TwoWayWorld;
beforeEach(async () => {
  world = await createTwoWayWorld();
});
afterEach(() => world.close());

async function everything(account?: string): Promise<ExportPage['rows']> {
  const rows: ExportPage['rows'] = [];
  let after: ExportCursor | undefined;
  do {
    const page = await world.say('console', 'data.export', { account, ...(after ? { after } : {}) });
    rows.push(...page.rows);
    after = page.after;
  } while (after);
  return rows;
}

test('a Clio page and the panel are told nothing of settings, privacy, previews and exports', async () => {
  await world.openContact(world.cast.ruth.clioId);
  for (const type of Object.keys(SETTINGS_MESSAGES) as MessageType[]) {
    for (const from of ['page', 'panel'] as const) {
      const answer = await world.answerTo(from, type, {} as never);
      expect(answer.ok ? undefined : answer.error.code, `${from} ${type}`).toBe('not-allowed');
    }
  }
});

test('what a person likes stands where the pages read it before they paint, and the panel moves at once', async () => {
  const { preferences, regions } = await world.say('console', 'settings.view', {});
  expect(preferences).toEqual({
    theme: 'system',
    dates: 'auto',
    badge: true,
    side: 'right',
    width: 384,
    opens: 'as-left',
    guide: '',
  });
  expect(regions.map(({ system }) => system).sort()).toEqual(['clio', 'highlevel']);
  await world.say('console', 'settings.set', { theme: 'dark', side: 'left' });
  expect(world.local.get('ui.theme')).toBe('dark');
  expect([...world.local.keys()].sort(), 'only what was chosen').toEqual(['panel.side', 'ui.theme']);
  expect(world.signals).toContainEqual({ signal: 'launcher.dock', side: 'left' });
  expect((await world.say('console', 'settings.view', {})).preferences).toMatchObject({
    theme: 'dark',
    side: 'left',
    width: 384,
  });
});

test('an export of everything has every account, the rules with their versions and the settings in it, and no credential', async () => {
  await world.choose();
  const ready = TEMPLATES.find(({ asks }) => !asks.length)!;
  await world.say('console', 'rule.save', { rule: ready.rules[0] as never });
  const rows = await everything();
  const accounts = rows.filter(({ store }) => store === 'connections').map(({ row }) => row.account);
  expect(accounts.sort()).toEqual([world.clio.account, world.location.account].sort());
  const settings = rows.filter(({ store }) => store === 'settings').map(({ row }) => row.key);
  for (const store of ['rules', 'ruleVersions']) expect(rows.filter((one) => one.store === store)).not.toEqual([]);
  expect(settings).toEqual(expect.arrayContaining(['sync', 'writing', 'pairs']));
  expect(JSON.stringify(rows)).not.toMatch(/unreadable|access_token|refreshToken|accessToken|clientSecret|"sealed"|"hashes"/);
});

test('an export holds everything of the account in words, and no credential', async () => {
  await world.choose();
  await world.say('console', 'privacy.words', { clio: world.clio.id, words: ['tax opinion'] });
  const rows = await everything(world.clio.id);
  const stores = new Set(rows.map(({ store }) => store));
  for (const store of ['connections', 'links', 'records', 'people', 'activity', 'cursors']) expect([...stores]).toContain(store);
  const text = JSON.stringify(rows);
  expect(text).toContain(world.inClio().last_name);
  expect(text).not.toMatch(/unreadable|access_token|refreshToken|accessToken|"sealed"|"hashes"/);
  expect(stores.has('vault') || stores.has('keys')).toBe(false);
  expect(rows.filter(({ store, row }) => store === 'records' && row.account !== world.clio.account)).toEqual([]);
});

test('a preview says what choices that are not saved would do, and neither sends nor keeps anything', async () => {
  Object.assign(world.inHighLevel(), { city: 'Elsewhere' });
  await world.choose((one) => ({
    ...one,
    entities: { ...one.entities, contact: { ...one.entities.contact, direction: 'off' } },
  }));
  const writes = world.writes().length;
  const contact = { direction: 'to-clio' as const, policy: 'clio' as const, create: false, fields: {} };
  const ask = (change: object) =>
    world.say('console', 'sync.preview', {
      clio: world.clio.id,
      link: world.linked.key,
      choice: { ...world.choice, entities: { ...world.choice.entities, contact: { ...contact, ...change } } } as never,
    });
  const preview = await ask({});
  expect(preview).toMatchObject({ unread: false, outside: false });
  const [own] = preview.parts;
  expect(own?.entity).toBe('contact');
  expect(own?.fields.find(({ id }) => id === 'lastName')).toMatchObject({ does: 'keep', why: 'merge.why.same' });
  const city = { does: 'to-clio', highlevel: 'Elsewhere', why: 'merge.why.fill' };
  expect(own?.fields.find(({ id }) => id === 'city')).toMatchObject(city);
  const off = await ask({ direction: 'off' });
  expect(off.parts[0]?.fields.every(({ why }) => why === 'merge.why.off')).toBe(true);
  expect(world.writes()).toHaveLength(writes);
});

test('a preview of a link of other accounts is refused', async () => {
  const answer = await world.answerTo('console', 'sync.preview', {
    clio: world.clio.id,
    link: 'eu:1|2|other',
    choice: world.choice as never,
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

test('the guard’s words are changed and set back, and a matter that was allowed is guarded again', async () => {
  await world.choose((one) => ({ ...one, privilege: { matters: { 12: { notes: true }, 13: { privateTasks: true } } } }));
  const clio = world.clio.id;
  const firm = async () => (await world.say('console', 'privacy.view', {})).firms[0];
  expect((await firm())?.matters.map(({ id, notes }) => [id, notes])).toEqual([
    ['12', true],
    ['13', false],
  ]);
  await world.say('console', 'privacy.words', { clio, words: ['tax opinion'] });
  expect((await firm())?.words).toEqual(['tax opinion']);
  await world.say('console', 'privacy.words', { clio });
  expect((await firm())?.words).toBeUndefined();
  await world.say('console', 'privacy.revoke', { clio, matter: '12' });
  expect((await firm())?.matters.map(({ id }) => id)).toEqual(['13']);
  const { rows } = await world.say('console', 'activity.view', { filter: { kind: 'setting' } });
  expect(rows.filter(({ why }) => why === 'guard-changed')).toHaveLength(3);
});

test('a shorter time of keeping takes what is older out of the log', async () => {
  const at = world.now() - 40 * 24 * 60 * 60 * 1000;
  const row = { at, kind: 'decision', by: 'sync', outcome: 'kept', why: 'same', body: { label: 'old' } } as const;
  await world.apply({ at, activity: [row] }, 'person');
  const isThere = async () => (await world.syncReader.activityRows(0, at)).length === 1;
  expect(await isThere()).toBe(true);
  await world.say('console', 'privacy.keep', { days: 30 });
  expect((await world.say('console', 'privacy.view', {})).keepDays).toBe(30);
  await world.until(async () => !(await isThere()), 'the old row to go');
});
