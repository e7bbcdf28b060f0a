import { actionOf } from '../catalog/index.ts';
import type { From, Handlers } from '../messages/serve.ts';
import { AppError } from '../model/errors.ts';
import type { Link } from '../model/link.ts';
import type { Write } from '../model/outbox.ts';
import type { Connection } from '../model/connection.ts';
import type { Apply } from '../store/apply.ts';
import type { KnownPerson, KnownSubject } from '../sync/known.ts';
import { knownKeys } from '../sync/known.ts';
import type { Lookup } from '../sync/lookup.ts';
import type { NewWrite, Outbox } from '../sync/outbox.ts';
import { type ActsParts, sceneFor } from './acts.ts';
import type { Connecting } from './connect.ts';
import { UNDO_FOR } from './pending.ts';

export interface ChoicesParts extends ActsParts {
  apply: Apply;
  lookup: Lookup;
  connecting: Connecting;
}

export type ChoiceHandlers = Pick<
  Handlers,
  'person.choose' | 'location.pair' | 'link.set' | 'link.remove' | 'panel.refresh' | 'act.undo' | 'write.retry' | 'write.drop'
>;

/** A click that left the screen just before its time ran out still counts. */
const GRACE = 2_000;

const pairKeyOf = (write: Write): string[] => (write.body.pair ? [`${write.link}|${write.body.pair.entity}|${write.body.pair.clioId}`] : []);

/** The row that takes a finished one back, or undefined where the API has no way. */
export function undoOf(write: Write, act: string, keyOf: (op: string, input: unknown) => string): NewWrite | undefined {
  const way = write.body.result && actionOf(write.op)?.undo?.(write.body.input, write.body.result, write.body.before);
  if (!way) return undefined;
  const { connection, link, kind } = write;
  const body = { label: write.body.label, input: way.input, unpair: pairKeyOf(write), unlink: write.body.link?.key };
  return { op: way.op, connection, link, kind, act, key: keyOf(way.op, way.input), undoes: write.act, body };
}

/** Decisions of a person about who is who, and second thoughts about writes. */
export function createChoices(parts: ChoicesParts, keyOf: (op: string, input: unknown, connection: Connection) => string, connectionOf: (id: string) => Promise<Connection | undefined>): ChoiceHandlers {
  const { apply, lookup, outbox, now } = parts;

  const remember = async (link: string, known: KnownPerson | undefined, change: Partial<KnownPerson>, links: { put?: Link; remove?: string }[]): Promise<void> => {
    const value: KnownPerson = { refused: [], ...known, ...change };
    await apply({ at: now(), known: [{ key: knownKeys.person(link), value }], links }, 'person');
  };

  const visit = (from: From, force: boolean): void => {
    void parts.mounts.subject(from.tabId).then((subject) => subject && lookup.visit(subject, force));
  };

  const undo = async (actId: string): Promise<undefined> => {
    const writes = (await outbox.ofAct(actId)).filter((write) => !write.undone);
    const unsent = writes.filter((write) => write.state === 'queued' && write.attempts === 0);
    await outbox.drop(unsent.map((write) => write.seq));
    const done = writes.filter((write) => write.state === 'done' && now() - (write.doneAt ?? 0) <= UNDO_FOR + GRACE);
    const act = parts.newId();
    const back: NewWrite[] = [];
    for (const write of done) {
      const connection = await connectionOf(write.connection);
      const row = connection && undoOf(write, act, (op, input) => keyOf(op, input, connection));
      if (row) back.push(row);
    }
    if (!back.length && !unsent.length) throw new AppError('too-late-to-undo');
    if (back.length) await outbox.enqueue(back, now());
    for (const write of done) await outbox.patch(write.seq, { undone: true });
    parts.drain();
    return undefined;
  };

  return {
    async 'person.choose'({ key, clioId }, from) {
      const { clio, subject, known } = await sceneFor(parts, from, key);
      if (!clio) throw new AppError('not-connected', { system: 'clio' });
      const value: KnownSubject = { ...known, chosen: clioId };
      await apply({ at: now(), known: [{ key: knownKeys.subject(clio.account, subject.kind, subject.id), value }] }, 'person');
      visit(from, true);
      return undefined;
    },
    async 'location.pair'({ key, highlevel }, from) {
      const { clio } = await sceneFor(parts, from, key);
      if (!clio) throw new AppError('not-connected', { system: 'clio' });
      await parts.connecting.pair(clio.id, highlevel);
      visit(from, true);
      return undefined;
    },
    async 'link.set'({ key, highlevelId }, from) {
      const { clio, location, contact, linkKey, person } = await sceneFor(parts, from, key);
      if (!clio || !location || !contact || !linkKey) throw new AppError('subject-changed');
      const reasons = [{ code: 'chosen' as const, tone: 'good' as const }];
      const link: Link = { key: linkKey, clioAccount: clio.account, clioId: contact.id, locationId: location.account, highlevelId, by: 'person', reasons, at: now(), base: {} };
      await remember(linkKey, person, { refused: (person?.refused ?? []).filter((id) => id !== highlevelId) }, [{ put: link }]);
      visit(from, true);
      return undefined;
    },
    async 'link.remove'({ key }, from) {
      const { link, linkKey, person } = await sceneFor(parts, from, key);
      if (!link || !linkKey) throw new AppError('subject-changed');
      const refused = [...new Set([...(person?.refused ?? []), link.highlevelId])];
      await remember(linkKey, person, { refused, decision: undefined, fingerprint: undefined }, [{ remove: linkKey }]);
      visit(from, true);
      return undefined;
    },
    async 'panel.refresh'({ key }, from) {
      await sceneFor(parts, from, key);
      visit(from, true);
      return undefined;
    },
    'act.undo': ({ actId }) => undo(actId),
    async 'write.retry'({ writeId }) {
      const write = await outbox.get(writeId);
      if (!write) throw new AppError('not-found', { about: 'write' });
      // One whose outcome is not known is looked for before it is sent again; one that came back otherwise is read again.
      const state = write.error?.code === 'outcome-unknown' || write.error?.code === 'not-as-sent' ? 'unknown' : 'queued';
      await outbox.patch(writeId, { state, nextAt: now(), checks: 0, error: undefined });
      parts.drain();
      return undefined;
    },
    async 'write.drop'({ writeId }) {
      const write = await outbox.get(writeId);
      if (write?.state === 'sending') throw new AppError('outcome-unknown');
      await outbox.drop([writeId]);
      return undefined;
    },
  };
}
