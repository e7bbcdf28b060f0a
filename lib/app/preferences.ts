import { PREFERENCE_KEYS, type Preferences, usualPreferences } from '../model/settings-view.ts';

/** The part of `storage.local` that is used for them. */
export interface LocalArea {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

const NAMES = Object.keys(PREFERENCE_KEYS) as (keyof Preferences)[];

/** What was chosen, the usual where nothing was, or where what stands there is of another kind. */
export async function readPreferences(area: LocalArea | undefined): Promise<Preferences> {
  const usual = usualPreferences();
  const kept = (await area?.get(NAMES.map((name) => PREFERENCE_KEYS[name]))) ?? {};
  const found = NAMES.map((name) => [name, kept[PREFERENCE_KEYS[name]]] as const);
  return { ...usual, ...Object.fromEntries(found.filter(([name, value]) => typeof value === typeof usual[name])) };
}

export const writePreferences = (area: LocalArea | undefined, chosen: Partial<Preferences>): Promise<void> | undefined =>
  area?.set(
    Object.fromEntries(Object.entries(chosen).map(([name, value]) => [PREFERENCE_KEYS[name as keyof Preferences], value])),
  );
