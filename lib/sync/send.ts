import type { Outcome } from '../catalog/define.ts';
import { AppError, toAppError } from '../model/errors.ts';
import type { WriteBody } from '../model/outbox.ts';
import { done, stop } from './conclude.ts';
import type { Job, JobParts } from './job.ts';
import { again, replanned, takeBack } from './replan.ts';
import { stillWanted } from './wanted.ts';

/** How long what sync planned waits while writing is off, before it asks again (milliseconds). */
const HELD = 15 * 60 * 1000;

/** Reads what the action needs to know before it acts. */
export async function look({ client }: JobParts, job: Job): Promise<unknown> {
  const request = job.action.look?.(job.input, job.context);
  return request && (await client.call(job.connection, request, { priority: 'write' })).data;
}

/** An answer that doesn't show all that was sent is no proof: the record itself is read. */
async function confirmed(parts: JobParts, job: Job, outcome: Outcome): Promise<Outcome> {
  if (!outcome.differs.length || !job.action.look || !job.action.find) return outcome;
  const found = job.action.find(job.input, await look(parts, job), job.write.body.snapshot ?? [], job.context);
  if (!found || found === 'several') return outcome;
  // A search finds it without telling of it: what the answer told still is the record as we made it.
  return found.told.length ? found : { ...found, told: outcome.told };
}

async function carryOut(parts: JobParts, job: Job, body: WriteBody, fresh: unknown): Promise<void> {
  const { action, write, input, context } = job;
  const sent = { attempts: write.attempts + 1, sentAt: parts.now() };
  // On the disk before the request leaves: a worker that dies from here on finds the row as `sending`.
  // Only if nobody took the click back since it was read: then there is nothing to send any more.
  if (!(await parts.outbox.patch(write.seq, { state: 'sending', ...sent, error: undefined }, body, write.state))) return;
  job.write = { ...write, ...sent, body };
  job.sent = true;
  const request = action.request(input, context, fresh);
  const answer = await parts.client.call(job.connection, request, { priority: 'write' });
  try {
    await done(parts, job, await confirmed(parts, job, action.outcome(input, answer.data, context)));
  } catch (cause) {
    // It was carried out, but could not be written down (a full disk, say): look before anything is sent again.
    const error = toAppError(cause);
    throw new AppError(error.code, { ...error.facts, maybeDone: true }, cause);
  }
}

/** The person may have been linked to somebody else, or to nobody, since the click: then it is not for us to say who is meant. */
async function isMisdirected({ linkedTo, sync: { reader } }: JobParts, { write, input, action }: Job): Promise<boolean> {
  const { sync, linkTo } = write.body;
  if (write.undoes || !write.link) return false;
  if (linkTo) {
    const links = await reader.linksOfHighLevel(linkTo.locationId, linkTo.highlevelId);
    return links.some((link) => link.clioAccount === linkTo.clioAccount);
  }
  if (sync?.highlevelId) return (await linkedTo(write.link)) !== sync.highlevelId;
  if (action.system !== 'highlevel') {
    if (write.kind !== 'contact.copy-to-clio') return false;
    // Copied from whoever was linked then: unlinked or linked anew since, these are somebody else's values.
    const link = await reader.link(write.link);
    return !link || link.at > write.queuedAt;
  }
  const { contactId } = input as { contactId?: string };
  // A contact still to be made must not be made beside one that was linked by hand meanwhile.
  return (await linkedTo(write.link)) !== contactId;
}

/** Whoever a rule would make was linked since: what it wanted is there. */
async function thereByNow({ linkedTo, sync: { reader } }: JobParts, { write }: Job): Promise<string | undefined> {
  const { link, linkTo } = write.body;
  if (write.by !== 'rule') return undefined;
  if (link) return linkedTo(link.key);
  const links = linkTo ? await reader.linksOfHighLevel(linkTo.locationId, linkTo.highlevelId) : [];
  return links.find(({ clioAccount }) => clioAccount === linkTo?.clioAccount)?.clioId;
}

/** A click is shown to its person again; what sync planned for another link is nothing any more. */
const misdirected = (parts: JobParts, job: Job): Promise<void> =>
  job.write.by === 'sync' ? takeBack(parts, job, {}, 'link_changed') : stop(parts, job, 'needs-you', 'changed-meanwhile');

/** While writing is off a click says so; what sync or a rule planned waits until it, or whatever planned it, is switched on. */
async function held(parts: JobParts, job: Job, code: 'writing-off' | 'sync-off' | 'rule-off'): Promise<void> {
  const { write } = job;
  if (!write.by) return stop(parts, job, 'needs-you', code);
  const error = { code, facts: { system: job.connection.system } };
  await parts.outbox.patch(write.seq, { nextAt: parts.now() + HELD, error });
}

/** Somebody like the contact that sync or a rule would make is there already: found before anything is sent. */
function twinThere({ action, write, input, context }: Job, fresh: unknown): { existingId?: string } | undefined {
  const { link, linkTo, sync, isNew } = write.body;
  const isOurs = write.by === 'rule' ? !isNew : write.by === 'sync' && sync;
  if (!isOurs || !(link || linkTo) || write.attempts > 0) return undefined;
  const found = action.find?.(input, fresh, [], context);
  return found && { existingId: found === 'several' ? undefined : found.id };
}

/** What sync or a rule would copy stands there word for word by now, for nobody else: a colleague's Rankr, or a person, was faster. */
async function copied({ taken, sync: { reader } }: JobParts, { action, write, input, context }: Job, fresh: unknown) {
  const { pair, sync } = write.body;
  if (!write.by || write.attempts > 0 || !(pair || (sync?.from && sync.entity !== 'contact'))) return undefined;
  // A rule beside two-way sync that does the same: what either made is what both wanted.
  const own = pair && (pair.highlevelId ?? pair.clioId);
  const twin = !sync && (await reader.pairs(write.link)).find((one) => [one.clioId, one.highlevelId].includes(own ?? ''));
  if (twin) return { id: twin.clioId === own ? twin.highlevelId : twin.clioId, told: [], differs: [] };
  const found = action.find?.(input, fresh, await taken(write, action.snapshot?.(fresh) ?? []), context);
  return found && found !== 'several' && !found.differs.length ? found : undefined;
}

/** Sends one row; where its action asks for it, only after a look that nothing speaks against it. */
export async function send(parts: JobParts, job: Job): Promise<void> {
  const { action, write, input, context } = job;
  if (!(await parts.mayWrite(job.connection))) return held(parts, job, 'writing-off');
  if (await parts.isOff?.(write)) return held(parts, job, 'rule-off');
  const wanted = await stillWanted(parts, job);
  if (wanted !== true) return wanted ? held(parts, job, wanted) : again(parts, job);
  const there = await thereByNow(parts, job);
  if (there) return done(parts, job, { id: there, told: [], differs: [] });
  if (await isMisdirected(parts, job)) return misdirected(parts, job);
  const body: WriteBody = { ...write.body };
  if (!action.lookFirst) return carryOut(parts, job, body, undefined);
  const fresh = await look(parts, job);
  const twin = twinThere(job, fresh);
  if (twin && write.by === 'rule') return stop(parts, job, 'needs-you', 'duplicate-contact', twin);
  if (twin && (await replanned(parts, job, 'duplicate-contact', twin))) return;
  const copy = await copied(parts, job, fresh);
  if (copy) return done(parts, job, copy);
  const refused = action.refuse?.(input, fresh, context);
  if (refused === 'changed') return stop(parts, job, 'needs-you', 'changed-meanwhile');
  const already = refused === 'done' ? action.find?.(input, fresh, [], context) : undefined;
  if (already && already !== 'several') return done(parts, job, already);
  // A second attempt keeps the first snapshot: what the first one made must still count as new.
  body.snapshot ??= action.snapshot?.(fresh);
  body.before ??= action.before?.(input, fresh);
  // The look took its time: somebody may have said "not the same person" meanwhile.
  if (await isMisdirected(parts, job)) return misdirected(parts, job);
  return carryOut(parts, job, body, fresh);
}
