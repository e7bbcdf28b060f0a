import type { Clock } from '../exchange.ts';
import { HOSTILE_MODES, type HostileMode, readBehaviour } from '../pages/behaviour.ts';
import type { Verb } from '../stand-in.ts';
import type { ClioNote, ClioTask, Region } from '../world/types.ts';
import { CLIO_APP } from './credentials.ts';
import { mergeContacts, removeContact } from './merge.ts';
import { issueRefreshToken, issueToken, revokeUser } from './oauth.ts';
import { SCOPES, type Scope } from './scopes.ts';
import { type ClioState, firstUser, nextId, stamp } from './state.ts';
import { viewOf } from './view.ts';
import { updateContact } from './write-contact.ts';
import { createNote, createTask, writeTask } from './write-work.ts';

interface TokenArgs {
  region: Region;
  /** The region's first user when left out. */
  userId?: number;
  scopes?: Scope[];
  /** Seconds. */
  expiresIn?: number;
}

/** The sandbox's verbs over Clio: tokens, limits, "another user edits", merges, page behaviours. */
export function createControl(state: ClioState, clock: Clock): Record<string, Verb> {
  return { ...tokenVerbs(state, clock), ...recordVerbs(state, clock), ...pageVerbs(state) };
}

function tokenVerbs(state: ClioState, clock: Clock): Record<string, Verb> {
  return {
    issueToken({ region, userId, scopes = [...SCOPES], expiresIn }: TokenArgs) {
      const id = userId ?? firstUser(state, region)?.id;
      if (id === undefined) throw new TypeError(`no user in region ${region}`);
      const grant = { region, userId: id, scopes };
      const refresh = issueRefreshToken(state, { ...grant, clientId: CLIO_APP.clientId });
      return { access_token: issueToken(state, clock, grant, expiresIn).value, refresh_token: refresh.value };
    },
    /** With a token: that token. Without: everything that was ever granted, as when the firm removes the app. */
    revokeToken({ token, refreshToken }: { token?: string; refreshToken?: string } = {}) {
      if (refreshToken) return { revoked: state.refreshTokens.delete(refreshToken) };
      if (token) return { revoked: state.tokens.delete(token) };
      for (const entry of [...state.tokens.values(), ...state.refreshTokens.values()]) revokeUser(state, entry);
      return { revoked: true };
    },
    expireTokens() {
      for (const token of state.tokens.values()) token.expiresAt = clock.now();
      return { expired: state.tokens.size };
    },
    setAppScopes: ({ scopes }: { scopes: Scope[] }) => {
      state.appScopes = [...scopes];
    },
    signInAs: ({ region, userId }: { region: Region; userId: number }) => {
      state.signedIn[region] = userId;
    },
    /** `used` counts that many calls for every known token in its present minute. */
    setLimits({ perMinute, used }: { perMinute?: number; used?: number }) {
      if (perMinute !== undefined) state.limit.setRule({ max: perMinute });
      if (used !== undefined) state.limit.clear();
      for (const value of state.tokens.keys()) for (let n = 0; n < (used ?? 0); n += 1) state.limit.take(value);
      return state.limit.rule();
    },
  };
}

type Owned = { id: number; account_id: number };
function row<T extends Owned>(rows: T[], id: number): T {
  const found = rows.find((candidate) => candidate.id === id);
  if (!found) throw new TypeError(`no record ${id}`);
  return found;
}

function recordVerbs(state: ClioState, clock: Clock): Record<string, Verb> {
  const colleague = ({ account_id }: Owned) => {
    const user = state.rows.users.filter((candidate) => candidate.enabled && candidate.account_id === account_id).at(-1);
    return viewOf(state, clock, user?.id ?? 0);
  };
  const account = ({ contact_id, matter_id }: { contact_id?: number | null; matter_id?: number | null }) =>
    contact_id ? row(state.rows.contacts, contact_id) : matter_id ? row(state.rows.matters, matter_id) : state.rows.users[0]!;
  return {
    /** Writes as the API does (nested `_destroy` and all), by the account's last user. */
    patchContact({ id, patch }: { id: number; patch: Record<string, unknown> }) {
      const contact = row(state.rows.contacts, id);
      return Object.assign(contact, updateContact(contact, patch, colleague(contact)));
    },
    patchTask({ id, patch }: { id: number; patch: Record<string, unknown> }) {
      const task = row(state.rows.tasks, id);
      return Object.assign(task, writeTask(task, patch, colleague(task)));
    },
    deleteContact: ({ id }: { id: number }) => removeContact(state, id),
    mergeContacts: ({ winner, loser }: { winner: number; loser: number }) => mergeContacts(state, clock, winner, loser),
    /** Takes row values; `contact_id` or `matter_id` says where the note goes. */
    addNote(values: Partial<ClioNote>) {
      const view = colleague(account(values));
      const type = values.contact_id ? 'Contact' : 'Matter';
      const blank = createNote({ type, [type.toLowerCase()]: { id: values.contact_id ?? values.matter_id } }, view);
      const note = { ...blank, ...values };
      state.rows.notes.push(note);
      return note;
    },
    addTask(values: Partial<ClioTask>) {
      const view = colleague(account(values));
      const task = { ...createTask({ name: values.name ?? 'New task' }, view), ...values };
      state.rows.tasks.push({ ...task, id: values.id ?? nextId(state), updated_at: values.updated_at ?? stamp(clock) });
      return state.rows.tasks.at(-1);
    },
  };
}

function pageVerbs(state: ClioState): Record<string, Verb> {
  return {
    setPage: (asked: Record<string, unknown>) => Object.assign(state.page, readBehaviour(asked)),
    setHostile({ mode, on }: { mode: HostileMode; on: boolean }) {
      if (!HOSTILE_MODES.includes(mode)) throw new TypeError(`setHostile knows ${HOSTILE_MODES.join(', ')}`);
      state.hostile[mode] = on;
      return state.hostile;
    },
    cspReports: () => state.cspReports,
  };
}
