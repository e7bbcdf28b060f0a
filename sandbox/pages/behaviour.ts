/** How the pages behave; every data answer carries it, so a change shows at the next navigation. Milliseconds. */
export interface Behaviour {
  /** How long after navigation a record's heading and cards appear; a skeleton stands there meanwhile. */
  contactDelayMs: number;
  /** How long after the heading the e-mail addresses, phones and lists appear. */
  lateMs: number;
  /** Every so often the page throws its main area away and builds it again; 0: never. */
  rerenderEveryMs: number;
}

/** A quick office computer: late enough to be seen, soon enough not to be waited for. */
export const calmBehaviour = (): Behaviour => ({ contactDelayMs: 60, lateMs: 90, rerenderEveryMs: 0 });

/** Checks and copies what a control call asks for. */
export function readBehaviour(asked: Record<string, unknown>): Partial<Behaviour> {
  const known = Object.keys(calmBehaviour());
  const out: Record<string, number> = {};
  for (const [name, value] of Object.entries(asked)) {
    if (!known.includes(name)) throw new TypeError(`setPage knows ${known.join(', ')}, not ${name}`);
    if (typeof value !== 'number' || !(value >= 0)) throw new TypeError(`${name} must be milliseconds`);
    out[name] = value;
  }
  return out;
}

/** Ways in which the page's own script can fight what an extension adds. */
export const HOSTILE_MODES = ['remove', 'cover', 'post-messages', 'prototype'] as const;
export type HostileMode = (typeof HOSTILE_MODES)[number];
export type Hostility = Record<HostileMode, boolean>;

export const peace = (): Hostility => ({ remove: false, cover: false, 'post-messages': false, prototype: false });

export function hostileModes(hostility: Hostility): HostileMode[] {
  return HOSTILE_MODES.filter((mode) => hostility[mode]);
}
