import { type DATE_STYLES, PREFERENCE_KEYS, THEMES } from '../lib/model/settings-view.ts';
import { writeDatesAs } from './ui/time.ts';

type Kept = Record<string, unknown>;

/** The part of `browser.storage` that is used here. */
export interface AppearanceStorage {
  local: { get(keys: string[]): Promise<Kept> };
  onChanged: { addListener(listener: (changes: Record<string, { newValue?: unknown }>) => void): void };
}

const isTheme = (value: unknown): value is 'light' | 'dark' => THEMES.includes(value as never) && value !== 'system';

/** The theme goes to `[data-theme]` (components/ui/tokens.css), the way of writing dates to whoever writes them. */
function wear(root: HTMLElement, kept: Kept): void {
  const { theme, dates } = PREFERENCE_KEYS;
  if (theme in kept) {
    if (isTheme(kept[theme])) root.dataset.theme = kept[theme];
    else delete root.dataset.theme;
  }
  if (dates in kept) writeDatesAs(kept[dates] === 'auto' ? undefined : (kept[dates] as (typeof DATE_STYLES)[number] | undefined));
}

/**
 * Gives a page the look that was chosen, before its first paint, and follows it while the page is open. A storage that can't be read
 * leaves the usual look; the page must come up all the same.
 */
export async function followAppearance(root: HTMLElement, storage: AppearanceStorage): Promise<void> {
  const keys = [PREFERENCE_KEYS.theme, PREFERENCE_KEYS.dates];
  storage.onChanged.addListener((changes) =>
    wear(root, Object.fromEntries(Object.entries(changes).map(([key, { newValue }]) => [key, newValue]))),
  );
  wear(root, await storage.local.get(keys).catch((): Kept => ({})));
}
