import { mayEdit } from '../catalog/edit.ts';
import { actionOf } from '../catalog/index.ts';
import type { Pending } from '../match/pairing.ts';
import type { ContactField } from '../model/contact.ts';
import type { ActView, WriteItem } from '../model/operation.ts';
import type { Write } from '../model/outbox.ts';

/** How long undo is offered (milliseconds). */
export const UNDO_FOR = 10_000;
/** How long a finished act stays on screen as a toast. */
const SHOWN_FOR = 20_000;

const stateOf = (write: Write): Pending | undefined =>
  write.state === 'unknown' ? 'sending' : write.state === 'done' ? undefined : write.state;

/** What unfinished writes say of the items on screen. */
export interface Overlay {
  /** By Clio or HighLevel id of the task or note. */
  items: Map<string, Pending>;
  fields: Map<ContactField, Pending>;
  tags: Map<string, { verb: 'add' | 'remove'; state: Pending }>;
  /** HighLevel task id -> done as wanted, shown before it is so. */
  completing: Map<string, boolean>;
  /** Writes that will make a new task or note nobody has an id for yet. */
  making: { write: Write; state: Pending }[];
}

export function overlayOf(writes: Write[]): Overlay {
  const overlay: Overlay = { items: new Map(), fields: new Map(), tags: new Map(), completing: new Map(), making: [] };
  for (const write of writes) {
    const state = stateOf(write);
    if (!state) continue;
    const input = write.body.input as {
      taskId?: string;
      completed?: boolean;
      tags?: string[];
      values?: Partial<Record<ContactField, string>>;
    };
    const from = write.body.sync?.from;
    if (write.body.pair) overlay.items.set(write.body.pair.clioId, state);
    // What two-way sync makes in Clio stands in the list already, as HighLevel's.
    else if (from) overlay.items.set(from.id, state);
    else if (/^highlevel\.(?!contact\.).*\.create$/.test(write.op)) overlay.making.push({ write, state });
    if (input.taskId) overlay.items.set(input.taskId, state);
    if (input.taskId && input.completed !== undefined && state !== 'failed' && state !== 'needs-you')
      overlay.completing.set(input.taskId, input.completed);
    if (write.op === 'highlevel.contact.update' || write.op === 'clio.contact.fill')
      for (const field of Object.keys(input.values ?? {})) overlay.fields.set(field as ContactField, state);
    for (const tag of write.op.includes('-tags') ? (input.tags ?? []) : [])
      overlay.tags.set(tag.toLowerCase(), { verb: write.op.includes('.add-') ? 'add' : 'remove', state });
  }
  return overlay;
}

export const waitingOf = (writes: Write[], subject: string): WriteItem[] =>
  writes
    .filter((write) => write.state !== 'done')
    .map((write) => ({
      id: write.seq,
      op: write.op,
      label: write.body.label,
      subject,
      state: write.state,
      queuedAt: write.queuedAt,
      nextAt: write.nextAt,
      error: write.error,
      canEdit: mayEdit(write),
    }));

/** Can every finished write of the act be taken back by the API? */
const canUndo = (writes: Write[]): boolean =>
  writes.every(
    (write) =>
      write.body.result && actionOf(write.op)?.undo?.(write.body.input, write.body.result, write.body.before) !== undefined,
  );

export function actState(writes: Write[]): ActView['state'] {
  if (writes.every((write) => write.undone)) return 'undone';
  for (const state of ['needs-you', 'failed'] as const) if (writes.some((write) => write.state === state)) return state;
  if (writes.some((write) => write.state === 'sending' || write.state === 'unknown')) return 'sending';
  return writes.every((write) => write.state === 'done') ? 'done' : 'queued';
}

/** Recent clicks, newest first. Writes that take back others are part of those; what sync or a rule wrote is nobody's click. */
export function actsOf(writes: Write[], now: number): ActView[] {
  const byAct = new Map<string, Write[]>();
  for (const write of writes)
    if (write.by) continue;
    else if (!write.undoes || write.state === 'failed' || write.state === 'needs-you')
      byAct.set(write.act, [...(byAct.get(write.act) ?? []), write]);
  const acts = [...byAct].map(([id, rows]): ActView => {
    const first = rows[0] as Write;
    const state = actState(rows);
    const doneAt = Math.max(...rows.map((row) => row.doneAt ?? 0));
    return {
      id,
      kind: first.kind,
      label: first.body.label,
      count: rows.length,
      state,
      checked: state === 'done',
      at: state === 'done' || state === 'undone' ? doneAt : Math.max(...rows.map((row) => row.sentAt ?? row.queuedAt)),
      undoUntil: state === 'done' && canUndo(rows) ? doneAt + UNDO_FOR : undefined,
      error: rows.find((row) => row.error && row.state !== 'done')?.error,
    };
  });
  return acts
    .filter((act) => (act.state !== 'done' && act.state !== 'undone') || now - act.at < SHOWN_FOR)
    .sort((a, b) => b.at - a.at);
}
