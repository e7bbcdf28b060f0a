import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from '../exchange.ts';
import type { Verb } from '../stand-in.ts';
import type { HlContact, HlTask } from '../world/types.ts';
import { putContact, removeContact } from './contact-store.ts';
import { ALL_SCOPES, HL_APP, HL_PIT_FULL, type HlApp, type HlToken } from './credentials.ts';
import { limitKey } from './gate.ts';
import { type HlLimitRules, TRIAL_RULES } from './limits.ts';
import { setQuirk } from './quirks.ts';
import type { HighLevelState } from './state.ts';

function contactById(state: HighLevelState, id: string): HlContact {
  const found = state.rows.contacts.find((row) => row.id === id);
  if (!found) throw new Error(`no contact ${id}`);
  return found;
}

interface TokenOrder {
  locationId?: string;
  scopes?: string[];
  /** Seconds. */
  expiresIn?: number;
  kind?: 'pit' | 'oauth';
  userType?: HlToken['userType'];
}

function issueToken(state: HighLevelState, clock: Clock, order: TokenOrder): { token: string } {
  const location = state.rows.locations.find((row) => row.id === order.locationId) ?? state.rows.locations[0];
  const { kind = 'pit', userType = 'Location' } = order;
  const token: HlToken = {
    token: kind === 'pit' ? `pit-${randomUUID()}` : randomBytes(24).toString('hex'),
    kind,
    userType,
    companyId: location?.companyId ?? '',
    locationId: userType === 'Location' ? location?.id : undefined,
    userId: '',
    scopes: order.scopes ?? ALL_SCOPES,
    appId: kind === 'pit' ? `private-${state.tokens.length}` : HL_APP.clientId,
    expiresAt: order.expiresIn === undefined ? undefined : clock.now() + order.expiresIn * 1000,
  };
  state.tokens.push(token);
  return { token: token.token };
}

/** What happens to tokens outside the API. */
function tokenVerbs(state: HighLevelState, clock: Clock): Record<string, Verb> {
  return {
    /** `{locationId?, scopes?, expiresIn? (seconds), kind?, userType?}` gives `{token}`. */
    issueToken: (order: TokenOrder) => issueToken(state, clock, order),
    /** A person deletes the integration or removes the app: the token, and every token of the same grant, is dead. */
    revokeToken({ token }: { token: string }) {
      const found = state.tokens.find((row) => row.token === token);
      state.tokens = state.tokens.filter((row) => row !== found && !(found?.kind === 'oauth' && sameGrant(row, found)));
      for (const row of state.refreshTokens) if (found?.kind === 'oauth' && sameGrant(row, found)) row.used = true;
      return { revoked: found !== undefined };
    },
    /** All OAuth access tokens run out now; refresh tokens stay good. */
    expireTokens() {
      for (const row of state.tokens) if (row.kind === 'oauth') row.expiresAt = clock.now();
    },
    /** All refresh tokens are as if used: the next refresh is `invalid_grant`. */
    spoilRefreshTokens() {
      for (const row of state.refreshTokens) row.used = true;
    },
    addApp: (app: HlApp) => void state.apps.push(app),
  };
}

const sameGrant = (row: { companyId: string; locationId?: string; kind?: string }, found: HlToken) =>
  row.kind !== 'pit' && row.companyId === found.companyId && row.locationId === found.locationId;

/** What other people do in HighLevel meanwhile. */
function peopleVerbs(state: HighLevelState): Record<string, Verb> {
  return {
    /** Fields are laid over the row as they are; the index follows after its lag. */
    patchContact: ({ id, patch }: { id: string; patch: Partial<HlContact> }) =>
      putContact(state, { ...contactById(state, id), ...patch, id }),
    /** A new update time and nothing else. */
    touchContact: ({ id }: { id: string }) => putContact(state, { ...contactById(state, id) }),
    deleteContact: ({ id }: { id: string }) => removeContact(state, contactById(state, id).id),
    /** The winner takes the loser's children, tags and e-mail; the loser is gone without an event. */
    mergeContacts({ winner, loser }: { winner: string; loser: string }) {
      const [kept, gone] = [contactById(state, winner), contactById(state, loser)];
      for (const rows of [state.rows.tasks, state.rows.notes, state.rows.appointments]) {
        for (const row of rows) if (row.contactId === loser) row.contactId = winner;
      }
      const emails = [...kept.additionalEmails, ...gone.additionalEmails, gone.email ?? ''].filter(
        (each) => each && each !== kept.email,
      );
      const given = (row: HlContact) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
      const tags = [...new Set([...kept.tags, ...gone.tags])];
      removeContact(state, loser);
      return putContact(state, { ...given(gone), ...kept, ...given(kept), tags, additionalEmails: [...new Set(emails)] });
    },
    patchTask({ id, patch }: { id: string; patch: Partial<HlTask> }) {
      const at = state.rows.tasks.findIndex((row) => row.id === id);
      const task = state.rows.tasks[at];
      if (!task) throw new Error(`no task ${id}`);
      state.rows.tasks[at] = { ...task, ...patch, id };
      return state.rows.tasks[at];
    },
    deleteTask({ id }: { id: string }) {
      state.rows.tasks = state.rows.tasks.filter((row) => row.id !== id);
    },
  };
}

/** How the service itself behaves. */
function serviceVerbs(state: HighLevelState): Record<string, Verb> {
  return {
    setQuirk: (order: { name: string; on?: boolean; times?: number }) => setQuirk(state.quirks, order),
    /** `uneven`: each write shows after a share of it, so that later ones may be seen first. */
    setSearchLag({ ms, uneven = false }: { ms: number; uneven?: boolean }) {
      Object.assign(state.settings, { searchLagMs: ms, unevenLag: uneven });
    },
    /** `{burst?, daily?, intervalMs?, trial?, used?}`: `trial` takes a trial account's rules, `used` calls were made by colleagues today. */
    setLimits({ used, trial, ...rules }: Partial<HlLimitRules> & { trial?: boolean; used?: number }) {
      state.limits.setRules(trial ? { ...TRIAL_RULES, ...rules } : rules);
      if (used !== undefined) state.limits.setUsedToday(used);
    },
    /** Colleagues under the same app and location make so many calls now. */
    spend({ calls, token = HL_PIT_FULL }: { calls: number; token?: string }) {
      const found = state.tokens.find((row) => row.token === token);
      if (!found) throw new Error('no such token');
      state.limits.spend(limitKey(found), calls);
    },
    setCreateDuplicates({ allowed }: { allowed: boolean }) {
      state.settings.allowDuplicates = allowed;
    },
    setStrictVersions({ on }: { on: boolean }) {
      state.settings.strictVersions = on;
    },
    setMissingStatus({ status }: { status: 400 | 404 }) {
      state.settings.missingStatus = status;
    },
    /** Every host answers a gateway's 503 until told otherwise. */
    pretendDead({ on = true }: { on?: boolean } = {}) {
      state.settings.dead = on;
    },
  };
}

/** The stand-in's control verbs. `state` must be the live one: verbs look at it when they run. */
export function createControl(state: HighLevelState, clock: Clock): Record<string, Verb> {
  return { ...tokenVerbs(state, clock), ...peopleVerbs(state), ...serviceVerbs(state) };
}
