import type { SyncView } from '../../lib/model/console-sync.ts';
import { type EntityChoice, noSync, SYNC_ENTITIES, type SyncChoice } from '../../lib/model/sync.ts';
import { cast } from '../../sandbox/world/cast.ts';
import { clioField } from '../../sandbox/world/firm.ts';
import type { Memory } from './memory.ts';
import { LOCATION, type Stage } from './stage.ts';

/** Clio's account of the United States, where the history plays. */
export const ACCOUNT = cast.accounts.us;
const DND_FIELD = clioField('conflict');

/** Which choice a history is played with; a few play without two-way sync, as somebody does who only clicks. */
export function pickChoice(stage: Stage): SyncChoice | undefined {
  const { chance, clio, highlevel } = stage;
  if (chance.chance(0.2)) return undefined;
  const policy = chance.pick(['newest', 'clio', 'highlevel', 'ask'] as const);
  const entity = (): EntityChoice => ({ direction: 'both', policy, create: true, fields: {} });
  const { priya, tomas, grace } = cast.users;
  const users = [priya, tomas, grace].map((one) => ({ clio: String(one.clioId), highlevel: one.highlevelId }));
  const calendar = clio.state.rows.calendars.find((one) => one.account_id === ACCOUNT);
  const place = highlevel.state.rows.calendars.find((one) => one.locationId === LOCATION);
  const people = clio.state.rows.contacts.filter(() => chance.chance(0.6)).map((one) => String(one.id));
  return {
    ...{ ...noSync(), on: true, users, assignee: String(priya.clioId) },
    calendars: { clio: String(calendar?.id), highlevel: place?.id },
    entities: Object.fromEntries(SYNC_ENTITIES.map((one) => [one, entity()])) as SyncChoice['entities'],
    pilot: chance.chance(0.3) ? { on: true, people, perDay: chance.pick([1, 5]) } : { on: false, people: [] },
    dnd: { id: String(DND_FIELD), variant: 'checkbox' },
  };
}
export const DND_CLIO = DND_FIELD;

/** As the page "Two-way sync" does it. What was really kept is remembered. */
export async function setSync(stage: Stage, memory: Memory, choice: SyncChoice): Promise<void> {
  const view = await stage.ask<SyncView>('console', 'sync.view', {});
  const pair = view?.pairs[0];
  if (!pair) return;
  await stage.ask('console', 'sync.set', { clio: pair.clio.id, choice });
  const kept = () => stage.ask<SyncView>('console', 'sync.view', {});
  // The worker may have died with the choice on the disk: the next one tells.
  const now = ((await kept()) ?? (await kept()))?.pairs[0]?.choice;
  if (now) memory.sync = now;
}
