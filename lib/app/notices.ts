import type { Connection } from '../model/connection.ts';
import type { Notice, Screen } from '../model/panel.ts';
import type { System } from '../model/subject.ts';
import { recordKey } from '../store/rows.ts';
import type { Scene } from './scene.ts';
import type { ViewParts } from './view-parts.ts';

/** A linked person of whom both sides were read before: shown on although Clio needs a sign-in. HighLevel's own sign-in is asked for first. */
export const isShownFromStore = ({ contact, link, highlevel, location }: Scene): boolean =>
  contact?.kind === 'person' && link !== undefined && highlevel !== undefined && location?.state !== 'reconnect';

/** Limits of both systems, except what the error screen says already. */
function limits({ meter }: ViewParts, { location, clio }: Scene, screen: Screen): Notice[] {
  return [location, clio].flatMap((connection): Notice[] => {
    if (!connection) return [];
    const { until, dailyRemaining } = meter(connection);
    const said = screen.kind === 'error' && screen.until !== undefined && screen.system === connection.system;
    if (until === undefined || said) return [];
    return [{ kind: dailyRemaining === 0 ? 'daily-limit' : 'rate-limited', system: connection.system, until }];
  });
}

const signInNotice = ({ system, id, name, reason, since }: Connection, signingIn: System | undefined): Notice =>
  signingIn === system
    ? { kind: 'connecting', system }
    : { kind: 'reconnect', system, connection: { id, name }, reason: reason ?? 'signed-out', since: since ?? 0 };

/** What could not be read afresh; a side that needs a sign-in has its own notice. */
async function staleNotice({ reader }: ViewParts, { link, location, clio, clioId }: Scene): Promise<Notice[]> {
  const keys = [
    ...(link && location ? [recordKey('highlevel', location.account, 'contact', link.highlevelId)] : []),
    ...(clio && clioId && clio.state !== 'reconnect' ? [recordKey('clio', clio.account, 'contact', clioId)] : []),
  ];
  const reads = await Promise.all(keys.map((key) => reader.readAt(key)));
  const stale = reads.find((read) => read?.problem);
  return stale?.problem ? [{ kind: 'stale', since: stale.at, code: stale.problem.code }] : [];
}

/** What holds beside the screen. `signingIn`: the system whose sign-in window is open. */
export async function noticesOf(
  parts: ViewParts,
  scene: Scene,
  screen: Screen,
  signingIn: System | undefined,
): Promise<Notice[]> {
  const notices: Notice[] = [];
  const { clio } = scene;
  const storage = parts.storage();
  if (!parts.online() && !(screen.kind === 'error' && screen.code === 'offline')) notices.push({ kind: 'offline' });
  if (storage) notices.push({ kind: 'storage', code: storage });
  notices.push(...limits(parts, scene, screen));
  if (screen.kind !== 'person') return notices;
  if (clio?.state === 'reconnect') notices.push(signInNotice(clio, signingIn));
  if (!(await parts.settings.get('writing')).highlevel) notices.push({ kind: 'writing-off' });
  if (parts.online()) notices.push(...(await staleNotice(parts, scene)));
  return notices;
}
