import type { Activity } from '../model/activity.ts';
import type { Connection } from '../model/connection.ts';
import { AppError } from '../model/errors.ts';
import type { NewWrite } from '../model/outbox.ts';
import type { System } from '../model/subject.ts';
import type { Apply } from '../store/apply.ts';
import type { Batch } from '../store/batch.ts';
import type { Reader } from '../store/read.ts';
import type { SyncReader } from '../store/read-sync.ts';
import type { Connections, SettingsStore } from '../store/settings.ts';

export interface AnswerParts {
  reader: Reader;
  syncReader: SyncReader;
  apply: Apply;
  settings: SettingsStore;
  connections: Connections;
  now: () => number;
  newId: () => string;
  /** What a write queues behind. */
  keyOf: (op: string, input: unknown, connection: Connection) => string;
}

/** What an answer changes besides the question itself; `row`: how the log tells of it. */
export interface Effect extends Partial<Batch> {
  row?: Partial<Activity>;
}

/** One row of a person's click, to be queued with the answer. */
export async function clicked(
  parts: AnswerParts,
  { link, label }: { link?: string; label: string },
  system: System,
  connection: Connection | undefined,
  op: string,
  input: unknown,
  kind: string,
): Promise<NewWrite> {
  if (!connection) throw new AppError('not-connected', { system });
  if (!(await parts.settings.get('writing'))[system]) throw new AppError('writing-off', { system });
  const key = parts.keyOf(op, input, connection);
  return { op, connection: connection.id, key, act: parts.newId(), kind, link: link ?? '', body: { label, input } };
}

export const connectionOf = async (
  { connections }: AnswerParts,
  system: System,
  account: string,
): Promise<Connection | undefined> => (await connections.all()).find((one) => one.system === system && one.account === account);
