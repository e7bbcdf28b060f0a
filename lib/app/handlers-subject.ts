import { CLIO_REGIONS } from '../clio/regions.ts';
import type { Mounts } from '../messages/mounts.ts';
import type { Payload } from '../messages/protocol.ts';
import type { From, Handlers } from '../messages/serve.ts';
import { AppError } from '../model/errors.ts';
import type { Subject } from '../model/subject.ts';
import type { Lookup } from '../sync/lookup.ts';
import { type Door, quietly } from './door.ts';
import type { Accounts } from './scene.ts';

export interface SubjectParts {
  accounts: Accounts;
  lookup: Lookup;
  mounts: Mounts;
  door: Door;
  /** Runs what is due; not awaited. */
  drain: () => void;
}

/** A tab may only speak of records of its own region. */
const mustBeHere = (subject: Subject, from: From): void => {
  if (new URL(from.url).host !== CLIO_REGIONS[subject.region].host) throw new AppError('not-allowed');
};

const same = (a: Subject | undefined, b: Subject): boolean => a?.region === b.region && a.kind === b.kind && a.id === b.id;

const needsHint = async ({ accounts }: SubjectParts, { kind, region }: Subject): Promise<boolean> =>
  kind !== 'none' && !(await accounts.clioOf(region)) && (await accounts.locations()).length === 1;

async function reportSubject(
  parts: SubjectParts,
  { subject }: Payload<'subject.report'>,
  from: From,
): Promise<{ wantHint: boolean }> {
  const { mounts } = parts;
  mustBeHere(subject, from);
  const isFirst = !(await mounts.anyTab());
  await mounts.setSubject(from.tabId, subject);
  await mounts.setRegion(subject.region);
  parts.door.broadcast({ signal: 'panel.subject', tabId: from.tabId });
  // Somebody is at work again: two-way sync catches up now, not at the slow pace of before.
  if (isFirst) parts.drain();
  // Nothing is read while the panel is closed: no call leaves for a page somebody only passes by.
  if (!(await mounts.isOpen(from.tabId))) return { wantHint: false };
  quietly(parts.lookup.visit(subject));
  return { wantHint: await needsHint(parts, subject) };
}

async function reportHint(parts: SubjectParts, { subject, hint }: Payload<'hint.report'>, from: From): Promise<undefined> {
  mustBeHere(subject, from);
  if (!same(await parts.mounts.subject(from.tabId), subject) || !(await needsHint(parts, subject))) return undefined;
  const [location] = await parts.accounts.locations();
  if (location) quietly(parts.lookup.visitHint(subject, hint, location));
  return undefined;
}

/** What a Clio tab says of the record it shows. */
export const subjectHandlers = (parts: SubjectParts): Pick<Handlers, 'subject.report' | 'hint.report'> => ({
  'subject.report': (payload, from) => reportSubject(parts, payload, from),
  'hint.report': (payload, from) => reportHint(parts, payload, from),
});
