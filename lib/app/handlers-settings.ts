import { phoneCountryOf } from '../clio/regions.ts';
import type { Payload } from '../messages/protocol.ts';
import type { Handlers } from '../messages/serve.ts';
import type { Preferences, SettingsView } from '../model/settings-view.ts';
import { noSync, type SyncChoice } from '../model/sync.ts';
import { prune } from '../store/prune.ts';
import type { SyncViewParts } from './console-parts.ts';
import { exportPage } from './data-export.ts';
import { type Door, quietly } from './door.ts';
import { type LocalArea, readPreferences, writePreferences } from './preferences.ts';
import { privacyView } from './privacy-view.ts';
import { syncPreview } from './sync-preview.ts';

export interface SettingsHandlerParts extends SyncViewParts {
  local?: LocalArea;
  door: Door;
  /** Our pages ask again, and the number on the icon is counted anew. */
  changed: () => void;
}

type SettingsHandlers = Pick<
  Handlers,
  | 'settings.view'
  | 'settings.set'
  | 'privacy.view'
  | 'privacy.keep'
  | 'privacy.words'
  | 'privacy.revoke'
  | 'sync.preview'
  | 'data.export'
>;

async function settingsView({ connections, local, door, now, storage }: SettingsHandlerParts): Promise<SettingsView> {
  const [all, preferences] = await Promise.all([connections.all(), readPreferences(local)]);
  const regions = all.map(({ id, name, system, region, country, timeZone }) => {
    const usual = system === 'clio' ? phoneCountryOf(region ?? 'us') : 'US';
    return { id, name, system, country: country ?? usual, timeZone };
  });
  return { now: now(), storage: storage(), preferences, canBadge: door.badge !== undefined, regions };
}

async function setPreferences({ local, door, changed }: SettingsHandlerParts, chosen: Payload<'settings.set'>): Promise<void> {
  // What was left out of the message is not in it; a key with undefined would be stored as a choice.
  const named = Object.fromEntries(Object.entries(chosen).filter(([, one]) => one !== undefined)) as Partial<Preferences>;
  await writePreferences(local, named);
  if (named.side) door.broadcast({ signal: 'launcher.dock', side: named.side });
  changed();
}

/** Changes what the guard of one Clio account goes by, and says so in the log. */
async function setGuard(
  parts: SettingsHandlerParts,
  clio: string,
  change: (old: SyncChoice['privilege']) => SyncChoice['privilege'],
): Promise<undefined> {
  const { settings, connections, apply, now } = parts;
  await settings.update('sync', (old) => {
    const choice = old[clio] ?? noSync();
    return { ...old, [clio]: { ...choice, privilege: change(choice.privilege) } };
  });
  const one = await connections.get(clio);
  const row = { kind: 'setting', by: 'person', outcome: 'done', why: 'guard-changed', system: 'clio' } as const;
  const at = now();
  await apply({ at, activity: [{ ...row, at, account: one?.account, body: { label: one?.name ?? clio } }] }, 'person');
  return undefined;
}

const without = <T>(rows: Record<string, T>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(rows).filter(([name]) => name !== key));

/** What the pages Settings and Privacy ask for, and the preview of Mappings. */
export const settingsHandlers = (parts: SettingsHandlerParts): SettingsHandlers => ({
  'settings.view': () => settingsView(parts),
  async 'settings.set'(chosen) {
    await setPreferences(parts, chosen);
    return undefined;
  },
  'privacy.view': () => privacyView(parts),
  async 'privacy.keep'({ days }) {
    await parts.settings.update('keepDays', () => days);
    quietly(parts.settings.update('prunedAt', () => 0).then(() => prune(parts.db, parts.now())));
    return undefined;
  },
  'privacy.words': ({ clio, words }) => setGuard(parts, clio, ({ matters }) => (words ? { matters, words } : { matters })),
  'privacy.revoke': ({ clio, matter }) => setGuard(parts, clio, (old) => ({ ...old, matters: without(old.matters, matter) })),
  'sync.preview': ({ clio, link, choice }) => syncPreview(parts, clio, link, choice),
  'data.export': ({ account, after }) => exportPage(parts, account?.slice(account.indexOf(':') + 1), after),
});
