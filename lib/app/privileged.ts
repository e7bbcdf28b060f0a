import { privilegedWords } from '../merge/privilege.ts';
import type { Connection } from '../model/connection.ts';
import type { SettingsStore } from '../store/settings.ts';

/** Tells whether a task or note of this Clio account looks privileged, by the words that were chosen for it. */
export async function looksPrivileged({ settings }: { settings: SettingsStore }, { id }: Pick<Connection, 'id'>) {
  const words = (await settings.get('sync'))[id]?.privilege.words;
  return ({ title, text, body }: { title?: string; text?: string; body?: string }): boolean =>
    privilegedWords([title, text, body].join('\n'), words).length > 0;
}
