import { FACTS, type Facts, factsOf } from '../catalog/operations/facts.ts';
import type { Happening } from '../catalog/operations/fires.ts';
import type { Entity } from '../model/change.ts';
import { dayOfInstant } from '../model/days.ts';
import type { Candidate } from '../model/link.ts';
import { bare, type Groups } from './template.ts';

/** Everything a rule may know of one happening, read from the store beforehand. */
export interface Scene {
  happening: Happening & { account: string };
  /** Both sides of the person it is about, as far as they are known. */
  clio?: unknown;
  highlevel?: unknown;
  link?: { clioId: string; highlevelId: string };
  /** Matters it is about: the record itself, the one it stands under, else all of its person. */
  matters?: readonly unknown[];
  /** How many others of its system have the same e-mail or phone, where it is about a contact. */
  like?: number;
  /** Id of the record's twin on the other side. */
  twin?: string;
  /** Whom on the other side the contact it is about could be, where it is linked to nobody; `refused`: somebody said it is none of them. */
  who?: Candidate[] | 'refused';
  /** Which accounts its steps work in. */
  accounts: { clio?: string; highlevel?: string };
  /** Milliseconds since 1970, and the zone in which days are counted. */
  now: number;
  zone: string;
}

const DAY = 24 * 60 * 60 * 1000;
const AHEAD = [1, 2, 3, 5, 7, 10, 14, 21, 30, 60, 90];
const times = (now: number, zone: string): Facts => ({
  now: new Date(now).toISOString(),
  today: dayOfInstant(now, zone) ?? '',
  ...Object.fromEntries(AHEAD.map((days) => [`in${days}days`, dayOfInstant(now + days * DAY, zone) ?? ''])),
});
const factsOfContact = (record: unknown): Facts => factsOf('contact', record);

/** The groups that templates and conditions may name; `steps` holds what earlier steps made. */
export function groupsOf(scene: Scene, steps: Record<string, string> = {}): Groups {
  const { happening, link, twin, matters = [] } = scene;
  const { entity, before, after } = happening;
  const made = Object.fromEntries(Object.entries(steps).map(([step, id]) => [step, bare({ id })]));
  const groups: Record<string, Facts | Record<string, unknown>> = {
    record: factsOf(entity, after ?? before),
    before: factsOf(entity, before),
    clio: factsOfContact(scene.clio),
    highlevel: factsOfContact(scene.highlevel),
    // Of several nobody can say which is meant.
    matter: factsOf('matter', matters.length === 1 ? matters[0] : undefined),
    link: { ...link },
    twin: twin === undefined ? {} : { id: twin },
    like: scene.like === undefined ? {} : { count: scene.like },
    time: times(scene.now, scene.zone),
    steps: made,
  };
  return Object.assign(
    Object.create(null),
    Object.fromEntries(Object.entries(groups).map(([name, facts]) => [name, bare(facts)])),
  );
}

const words = (entity: Entity): string[] => (FACTS[entity] ?? 'id').split(' ');
const TIMES = ['now', 'today', ...AHEAD.map((days) => `in${days}days`)];

/** Names that a rule on this entity may use, by group; ids of earlier steps come beside them. For pickers too. */
export const namesFor = (entity: Entity): Record<string, string[]> => ({
  record: words(entity),
  before: words(entity),
  clio: words('contact'),
  highlevel: words('contact'),
  matter: words('matter'),
  link: ['clioId', 'highlevelId'],
  twin: ['id'],
  like: ['count'],
  time: TIMES,
});

/** Is `group.name` something a rule on this entity can speak of? `made`: steps before it that make something. */
export function isKnown(name: string, entity: Entity, made: readonly string[]): boolean {
  const [group = '', first = '', ...rest] = name.split('.');
  if (group === 'steps') return made.includes(first) && rest.join('.') === 'id';
  const names = namesFor(entity);
  if (!Object.hasOwn(names, group) || !names[group]?.includes(first)) return false;
  return rest.length === 0 || (first === 'customFields' && rest.length === 1);
}
