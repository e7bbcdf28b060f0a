import type { Breach } from './checks.ts';
import { plain } from './checks-sync.ts';
import type { Lying } from './disk.ts';
import type { Memory, Text } from './memory.ts';
import type { CallSeen } from './network.ts';
import type { Stage } from './stage.ts';
import { contactsOf, entriesOf, eventsOf, notesOf, tasksOf } from './systems.ts';

/** Written down by hand between our look and our write: nothing tells us, and Clio takes both. */
function betweenTheTwo({ calls }: Stage, { handAt = 0 }: Text, { began, at, host }: CallSeen): boolean {
  const look = calls.findLast((one) => one.host === host && /\/contacts(\.json|\/search)$/.test(one.path) && one.at <= began);
  return handAt >= (look?.at ?? at) && handAt <= at;
}

interface MadeContact {
  data?: { last_name?: string; email_addresses?: { address: string }[] };
  lastName?: string;
  email?: string;
}

/** Last names of the contacts that the product made, besides the ones made by hand. */
function madeContacts(stage: Stage, { texts, removed }: Memory): Record<'clio' | 'highlevel', (string | undefined)[]> {
  const made = stage.calls.filter(
    // Both say 201 for what they made; a proxy's page says 200.
    ({ method, path, status }) => method === 'POST' && status === 201 && /\/contacts(\.json|\/)$/.test(path),
  );
  const names = made.flatMap((call) => {
    const { data, lastName = '', email } = call.body as MadeContact;
    const number = /(\d+)@/.exec(data?.email_addresses?.[0]?.address ?? email ?? '')?.[1];
    // Somebody who linked the wrong two gave one of them the other's name, but not their address.
    const name = (data?.last_name ?? lastName).replace(/\d+$/, (said) => number ?? said);
    const text = texts.get(name);
    if (text && betweenTheTwo(stage, text, call)) return [];
    return [[call.host.includes('clio') ? 'clio' : 'highlevel', name] as const];
  });
  // Whom somebody wrote down and deleted again stands beside nobody.
  const isThere = (side: 'clio' | 'highlevel', name: string) => {
    const called = side === 'clio' ? contactsOf.clio(stage).filter((one) => one.last_name === name).length : 2;
    return !removed.size || called > names.filter(([where, made]) => where === side && made === name).length;
  };
  const of = (side: 'clio' | 'highlevel') => [
    ...names.flatMap(([where, name]) => (where === side ? [name] : [])),
    ...[...texts].flatMap(([text, { entity, from, hand }]) =>
      entity === 'contact' && (hand ? hand[side] > 0 && isThere(side, text) : from === side) ? [text] : [],
    ),
  ];
  return { clio: of('clio'), highlevel: of('highlevel') };
}

/** How often somebody said that a person of this name is nobody known, and is to be made. */
const createdBy = (asks: Lying['asks'], name: string): number =>
  asks.filter(({ kind, body }) => kind === 'match' && body.answer?.offer === 'create' && body.label?.endsWith(name)).length;

/** How often a person pushed a task of these words that stood on both sides, by people's hands, before. */
const pushedBy = (writes: Lying['writes'], title: string): number =>
  writes.filter(({ op, by, state, body }) => !by && op === 'highlevel.task.create' && state === 'done' && body.label === title)
    .length;

/** How often a person pushed what a merge had moved to somebody else, whose twin has no copy of it. */
const pushedAnew = ({ merged }: Memory, writes: Lying['writes'], entity: string, label: string): number =>
  writes.filter(
    ({ op, by, state, link, body }) =>
      !by &&
      op === `highlevel.${entity}.create` &&
      state === 'done' &&
      body.pair &&
      body.label === label &&
      link.split('|').some((id) => merged.has(id)),
  ).length;

/** No text that stands for one record stands in two of a side. */
export function nothingTwice(stage: Stage, memory: Memory, { asks, writes }: Lying): Breach[] {
  const count = (texts: (string | null | undefined)[], wanted: string) => texts.filter((text) => text === wanted).length;
  const sides = {
    task: { clio: tasksOf.clio(stage).map((one) => one.name), highlevel: tasksOf.highlevel(stage).map((one) => one.title) },
    note: {
      clio: notesOf.clio(stage).map((one) => one.detail),
      highlevel: notesOf.highlevel(stage).map((one) => plain(one.body)),
    },
    // People may be given each other's names by somebody who links the wrong two: those whom the product made are counted.
    contact: madeContacts(stage, memory),
    appointment: {
      clio: entriesOf.clio(stage).map((one) => one.summary),
      highlevel: eventsOf.highlevel(stage).map((one) => one.title),
    },
  };
  const breaches: Breach[] = [];
  for (const [text, { entity, hand, owner }] of memory.texts) {
    for (const side of ['clio', 'highlevel'] as const) {
      const found = count(sides[entity][side], text);
      const byHand = hand ? pushedBy(writes, text) : side === 'highlevel' ? pushedAnew(memory, writes, entity, text) : 0;
      const chosen = entity === 'contact' ? createdBy(asks, text) : side === 'highlevel' ? byHand : 0;
      const most = Math.max(1, hand?.[side] ?? 1) + chosen;
      if (found > (owner && memory.merged.has(owner) ? 2 * most : most))
        breaches.push({ kind: 'duplicate', what: `${found} × ${entity} "${text}" in ${side}` });
    }
  }
  return breaches;
}

/** Texts without a number of their own (the seed's tasks) are judged by what was made: at most one write a record. */
export function pushedOnce(stage: Stage, { texts }: Memory, { writes }: Lying): Breach[] {
  const seen = new Map<string, number>();
  for (const { contactId, title } of tasksOf.highlevel(stage)) {
    const key = `${contactId} ${title}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const clio = new Map<string, number>();
  for (const task of tasksOf.clio(stage)) clio.set(task.name, (clio.get(task.name) ?? 0) + 1);
  return [...seen].flatMap(([key, count]): Breach[] => {
    const title = key.slice(key.indexOf(' ') + 1);
    const hand = texts.get(title)?.hand;
    const byHand = hand ? hand.highlevel + pushedBy(writes, title) : 1;
    const allowed = Math.max(byHand, clio.get(title) ?? 0) + stage.seedTasks.filter((one) => one === key).length;
    // What a rule makes of each of two notes that say the same is two as well.
    const { clio: mine = 1, highlevel: theirs = 1 } = texts.get(title.replace(/^\w+ /, ''))?.hand ?? {};
    return count > allowed + Math.max(mine, theirs) - 1
      ? [{ kind: 'duplicate', what: `${count} × task "${title}" under one contact` }]
      : [];
  });
}
