/** Which edge of the page. */
export type Side = 'left' | 'right';

/** Where a person left the launcher and the panel. No client data: Firefox lets content scripts read `storage.local`. */
export interface Place {
  /** Upper edge of the launcher, as a part of the window's height. */
  top: number;
  side: Side;
  /** Pixels. */
  width: number;
  open: boolean;
}

export const WIDTH = { least: 300, usual: 384, most: 640, step: 16 };
export const TOP = { least: 0.02, usual: 0.4, most: 0.92, step: 0.02 };

export const clamp = (value: number, { least, most }: { least: number; most: number }) => Math.min(most, Math.max(least, value));

/** The part of `storage.local` that is used here. */
export interface Area {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

const KEYS = { top: 'launcher.top', side: 'panel.side', width: 'panel.width', open: 'panel.open' } as const satisfies Record<
  keyof Place,
  string
>;

const OPENS = 'panel.opens';

const numberOr = (value: unknown, range: { least: number; usual: number; most: number }) =>
  typeof value === 'number' && Number.isFinite(value) ? clamp(value, range) : range.usual;

/** What was remembered, or the usual place; a storage that can't be read is as good as an empty one. */
export async function loadPlace(area: Area): Promise<Place> {
  const kept = await area.get([...Object.values(KEYS), OPENS]).catch((): Record<string, unknown> => ({}));
  return {
    top: numberOr(kept[KEYS.top], TOP),
    side: kept[KEYS.side] === 'left' ? 'left' : 'right',
    width: numberOr(kept[KEYS.width], WIDTH),
    // `panel.opens` is chosen on the page Settings (lib/model/settings-view.ts).
    open: kept[KEYS.open] === true && kept[OPENS] !== 'never',
  };
}

/** Remembers some of it. A full storage must not keep the panel from moving, so failures are let go. */
export const savePlace = (area: Area, part: Partial<Place>): void => {
  const items = Object.entries(part).map(([name, value]) => [KEYS[name as keyof Place], value]);
  area.set(Object.fromEntries(items)).catch(() => undefined);
};
