import type { Ask } from '../model/ask.ts';
import { askKey } from '../model/ask.ts';
import type { ErrorCode, ErrorFacts } from '../model/errors.ts';
import type { SyncMark, Write } from '../model/outbox.ts';
import type { ChildEntity } from '../model/sync.ts';
import type { Batch } from '../store/batch.ts';
import { type Dirty, dirtyKey } from './dirty.ts';
import { finished } from './finished.ts';
import type { Job, JobParts } from './job.ts';

/** Somebody changed the record since it was decided. */
const CHANGED: readonly ErrorCode[] = ['changed-meanwhile', 'precondition-failed'];
/** A record that was read again has its time before it is decided anew. */
const REST = 5_000;

/** The record a write is about, of the system it writes to. */
function target({ action, context, input }: Job): Extract<Dirty, { kind: 'gone' }> {
  const { taskId, noteId, eventId, entryId, contactId, clioId } = input as Record<string, string | undefined>;
  const where = { kind: 'gone', system: action.system, account: context.account } as const;
  const child = (entity: ChildEntity, id: string) => ({ ...where, entity, id });
  if (taskId) return child('task', taskId);
  if (noteId) return child('note', noteId);
  const event = eventId ?? entryId;
  return event ? child('appointment', event) : { ...where, entity: 'contact', id: contactId ?? clioId ?? '' };
}

/** What has to be looked at again: the person, the pair (by its Clio record), or what something was to be made from. */
function about({ link }: Write, { entity, from, pair }: SyncMark): Dirty {
  const [clioAccount = '', clioId = '', locationId = ''] = link.split('|');
  if (from && entity === 'contact') {
    const account = from.system === 'clio' ? clioAccount : locationId;
    return { kind: 'new', system: from.system, account, id: from.id };
  }
  if (entity === 'contact' || entity === 'dnd') return { kind: 'contact', link };
  const id = pair?.split('|').at(-1);
  if (id) return { kind: 'child', system: 'clio', account: clioAccount, entity, id };
  const system = from?.system ?? 'clio';
  return { kind: 'child', system, account: system === 'clio' ? clioAccount : locationId, entity, id: from?.id ?? clioId };
}

/** Somebody like the contact to be made stands there already: a person says whether it is the one. */
export function twinAsk(write: Write, mark: SyncMark, existingId: string | undefined): Batch['asks'] {
  const [clioAccount = '', , locationId = ''] = write.link.split('|');
  const { system, id } = mark.from ?? { system: 'clio' as const, id: '' };
  const body: Ask['body'] = {
    label: write.body.label,
    side: system === 'clio' ? 'highlevel' : 'clio',
    ...(system === 'clio' ? { clioId: id } : { highlevelId: id }),
    candidates: existingId ? [{ id: existingId, name: write.body.label, reasons: [] }] : [],
    // Made again it would be refused again, so creating is not offered where the other system knows of one.
    offers: ['link', 'not-same'],
    error: 'duplicate-contact',
  };
  const account = system === 'clio' ? clioAccount : locationId;
  return [{ put: { key: askKey.match(system, account, id), kind: 'match', clioAccount, locationId, entity: 'contact', body } }];
}

/** Takes a row away that was never carried out, with the mark that brings its matter up again. Marked first: dying in between costs a second look. */
export async function takeBack(parts: JobParts, job: Job, batch: Partial<Batch>, why: string, error?: ErrorCode): Promise<void> {
  const { write } = job;
  const now = parts.now();
  const row = finished(job, 'dropped', now, { why, error });
  // What was refused or never sent can be dropped; a row still called `sending` can't.
  const patch = { state: 'queued' as const, nextAt: now + REST };
  await parts.apply(
    { at: now, ...batch, activity: [row, ...(batch.activity ?? [])], writes: [{ seq: write.seq, patch }] },
    'write',
  );
  await parts.outbox.drop([write.seq]);
}

/** Decided anew, by what is chosen and stands there now. */
export async function again(parts: JobParts, job: Job): Promise<void> {
  const mark = job.write.body.sync as SyncMark;
  const dirty = [{ key: dirtyKey(about(job.write, mark)), at: parts.now() + REST, tries: mark.tries }];
  await takeBack(parts, job, { dirty }, 'changed');
}

/**
 * A write that two-way sync planned ended in something that planning anew settles better than a person. True when it did: the row is
 * gone then.
 */
export async function replanned(parts: JobParts, job: Job, code: ErrorCode, facts: ErrorFacts = {}): Promise<boolean> {
  const { write } = job;
  const { sync } = write.body;
  if (write.by !== 'sync' || !sync) return false;
  const now = parts.now();
  const isPerson = sync.from !== undefined && sync.entity === 'contact';
  if (isPerson && (code === 'duplicate-contact' || CHANGED.includes(code))) {
    await takeBack(parts, job, { asks: twinAsk(write, sync, facts.existingId) }, 'match', code);
    return true;
  }
  // An e-mail or phone that somebody else has: tried once more, apart from the rest (lib/sync/plan-contact).
  const isShared = code === 'duplicate-contact' && sync.tries === 0 && (sync.decisions as unknown[]).length > 1;
  if (isShared || CHANGED.includes(code)) {
    const dirty = [
      { key: dirtyKey({ kind: 'read', link: write.link }), at: now },
      { key: dirtyKey(about(write, sync)), at: now + REST, tries: sync.tries + 1 },
    ];
    await takeBack(parts, job, { dirty }, 'changed', code);
    return true;
  }
  const missing = target(job);
  if (code !== 'not-found' || isPerson || !missing.id) return false;
  await takeBack(parts, job, { dirty: [{ key: dirtyKey(missing), at: now }] }, 'gone', code);
  return true;
}
