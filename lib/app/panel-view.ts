import { compareFields } from '../match/fields.ts';
import type { Connection } from '../model/connection.ts';
import type { ErrorCode } from '../model/errors.ts';
import type { Write } from '../model/outbox.ts';
import type { PanelView, Place, Screen } from '../model/panel.ts';
import type { Subject } from '../model/subject.ts';
import { recordKey } from '../store/rows.ts';
import { type KnownHint, knownKeys } from '../sync/known.ts';
import { isShownFromStore, noticesOf } from './notices.ts';
import { actsOf, waitingOf } from './pending.ts';
import { personView } from './person-view.ts';
import { readScene, type Scene, sceneKey } from './scene.ts';
import type { SignInStatus } from './sign-in-status.ts';
import type { ViewParts } from './view-parts.ts';

const placeOf = ({ id, account, name, system }: Connection): Place => ({ id: system === 'highlevel' ? account : id, name });
const pairPlace = ({ id, name }: Connection): Place => ({ id, name });

const reconnectOf = (connection: Connection): Extract<Screen, { kind: 'reconnect' }> => ({
  kind: 'reconnect',
  system: connection.system,
  connection: pairPlace(connection),
  reason: connection.reason ?? 'signed-out',
  since: connection.since ?? 0,
});

/** Codes that mean "not there any more", as against "could not be read now". */
const isGone = (code: ErrorCode | undefined): boolean => code === 'not-found';

type Missing = Extract<Screen, { kind: 'not-connected' | 'hint' | 'not-record' | 'pair' | 'reconnect' }>;

/** What must be settled before any person can be shown. */
async function beforePerson(parts: ViewParts, scene: Scene): Promise<Missing | undefined> {
  const { subject, clio, location } = scene;
  const locations = await parts.accounts.locations();
  if (!locations.length) return { kind: 'not-connected', missing: clio ? ['highlevel'] : ['highlevel', 'clio'] };
  if (!clio) {
    const known =
      subject.kind === 'none'
        ? undefined
        : await parts.reader.known<KnownHint>(knownKeys.hint(subject.region, subject.kind, subject.id));
    const only = locations.length === 1 ? locations[0] : undefined;
    if (known && only) return { kind: 'hint', hint: known.hint, candidates: known.candidates, location: placeOf(only) };
    // Only a Clio account says which location goes with it, so there is none to search with the page's own words.
    const several = locations.length > 1 && subject.kind !== 'none';
    return { kind: 'not-connected', missing: ['clio'], ...(several ? { several } : {}) };
  }
  if (clio.state === 'reconnect' && !isShownFromStore(scene)) return reconnectOf(clio);
  if (subject.kind === 'none') return { kind: 'not-record' };
  if (!location) return { kind: 'pair', clio: pairPlace(clio), locations: locations.map(pairPlace) };
  return location.state === 'reconnect' ? reconnectOf(location) : undefined;
}

async function problemOf(parts: ViewParts, key: string): Promise<ErrorCode | undefined> {
  return (await parts.reader.readAt(key))?.problem?.code;
}

/** What could not be read; with the time from which it may be read again, where a limit is the reason. */
function errorOf(parts: ViewParts, code: ErrorCode, connection: Connection): Screen {
  const limited = code === 'rate-limited' || code === 'daily-limit';
  const until = limited ? parts.meter(connection).until : undefined;
  return { kind: 'error', code, system: connection.system, ...(until === undefined ? {} : { until }) };
}

type SignIn = Awaited<ReturnType<SignInStatus['get']>>;

/** What asks for a sign-in says that one is under way, or how the last try ended. */
function withSignIn(screen: Screen, signIn: SignIn): Screen {
  const asked = screen.kind === 'not-connected' ? screen.missing : screen.kind === 'reconnect' ? [screen.system] : [];
  if (!signIn || !asked.includes(signIn.system)) return screen;
  if (signIn.state === 'open') return { kind: 'connecting', system: signIn.system };
  return screen.kind === 'reconnect' && signIn.code && signIn.at >= screen.since ? { ...screen, failed: signIn.code } : screen;
}

/** The Clio side: is there a record, and is it a person? */
async function clioScreen(parts: ViewParts, scene: Scene, clio: Connection): Promise<Screen | undefined> {
  const { subject, matter, contact, clioId } = scene;
  const recordOf = (entity: 'matter' | 'contact', id: string) => problemOf(parts, recordKey('clio', clio.account, entity, id));
  const problem =
    subject.kind === 'matter' && (!matter || !clioId)
      ? await recordOf('matter', subject.id)
      : clioId
        ? await recordOf('contact', clioId)
        : undefined;
  if (isGone(problem)) return { kind: 'deleted', system: 'clio', name: contact?.name ?? matter?.label };
  if (!contact) {
    if (problem) return errorOf(parts, problem, clio);
    // A matter without a client has nobody to be shown.
    return matter && !clioId ? { kind: 'not-record' } : { kind: 'loading', name: matter?.client?.name };
  }
  return contact.kind === 'company' ? { kind: 'company', name: contact.name } : undefined;
}

async function screenOf(parts: ViewParts, scene: Scene, writes: Write[]): Promise<Screen> {
  const missing = await beforePerson(parts, scene);
  if (missing) return missing;
  const { clio, location, contact, link, person, highlevel } = scene;
  if (!clio || !location) return { kind: 'not-record' };
  const ofClio = await clioScreen(parts, scene, clio);
  if (ofClio) return ofClio;
  if (!contact) return { kind: 'loading' };
  if (link) {
    const problem = await problemOf(parts, recordKey('highlevel', location.account, 'contact', link.highlevelId));
    if (isGone(problem))
      return { kind: 'deleted', system: 'highlevel', name: highlevel?.name ?? contact.name, highlevelId: link.highlevelId };
    if (highlevel)
      return { kind: 'person', person: await personView(parts, { ...scene, clio, location, contact, link, highlevel }, writes) };
    return problem ? errorOf(parts, problem, location) : { kind: 'loading', name: contact.name };
  }
  const create = compareFields(contact, undefined, { country: scene.country, create: true });
  const { decision, problem } = person ?? {};
  if (decision?.kind === 'choose')
    return { kind: 'choose', name: contact.name, location: placeOf(location), candidates: decision.candidates, create };
  if (decision?.kind === 'none')
    return { kind: 'none', name: contact.name, location: placeOf(location), reasons: decision.reasons, create };
  return problem ? errorOf(parts, problem.code, location) : { kind: 'loading', name: contact.name };
}

/** Everything the panel paints, from the store alone. */
export async function panelView(parts: ViewParts, subject: Subject): Promise<PanelView> {
  const scene = await readScene(subject, parts.accounts, parts.reader);
  const writing = await parts.settings.get('writing');
  const writes = scene.linkKey ? await parts.outbox.ofLink(scene.linkKey) : [];
  const now = parts.now();
  const signIn = await parts.status.get();
  const screen = withSignIn(await screenOf(parts, scene, writes), signIn);
  const { matter, clioId } = scene;
  const list = matter ? [matter.client, ...matter.related].filter((one) => one !== undefined) : [];
  return {
    subject,
    key: sceneKey(scene),
    now,
    timeZone: parts.timeZone(),
    screen,
    notices: await noticesOf(parts, scene, screen, signIn?.state === 'open' ? signIn.system : undefined),
    waiting: waitingOf(writes, scene.contact?.name ?? ''),
    acts: actsOf(writes, now),
    people: matter && clioId ? { list, chosen: clioId, matter: matter.label } : undefined,
    can: { writeHighLevel: writing.highlevel, writeClio: writing.clio },
  };
}
