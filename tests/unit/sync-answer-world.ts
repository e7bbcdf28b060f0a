import { actionOf } from '../../lib/catalog/index.ts';
import type { Request } from '../../lib/http/endpoint.ts';
import { type Ask, type AskAnswer, askKey } from '../../lib/model/ask.ts';
import type { Connection } from '../../lib/model/connection.ts';
import { AppError, type ErrorCode } from '../../lib/model/errors.ts';
import type { System } from '../../lib/model/subject.ts';
import type { SyncChoice } from '../../lib/model/sync.ts';
import type { PersonBrief } from '../../lib/store/rows.ts';
import { recordKey } from '../../lib/store/rows.ts';
import { answerAsk } from '../../lib/sync/answer.ts';
import { syncPairs } from '../../lib/sync/sync-pairs.ts';
import { createVanish } from '../../lib/sync/vanish.ts';
import { CLIO, createPlanWorld, linked, PLACE, theLink } from './sync-plan-world.ts';

type Reply = unknown | ErrorCode;

/** The planner's world with a person who answers, and the two systems as a list of replies by endpoint. */
export async function createAskWorld(choice?: SyncChoice) {
  const world = await createPlanWorld(choice);
  const connections = world.parts.connections;
  const calls: { id: string; request: Request }[] = [];
  const replies: Record<string, Reply> = {
    'highlevel.contact.search': { contacts: [], total: 0 },
    'clio.contact.list': { data: [] },
  };
  const client = {
    async call(_: Connection, request: Request) {
      const { id } = request.endpoint;
      calls.push({ id, request });
      const reply = replies[id];
      if (reply === undefined) throw new AppError('not-found');
      if (typeof reply === 'string') throw new AppError(reply as ErrorCode);
      return { data: reply, status: 200 };
    },
  };
  const keyOf = (op: string, input: unknown, connection: Connection): string =>
    actionOf(op)?.key(input, world.parts.context(connection)) ?? op;
  const parts = { ...world.parts, db: world.db, client: client as never, keyOf, pairs: () => syncPairs(world.parts) };
  const vanish = createVanish(parts);
  return {
    ...world,
    ...{ parts, calls, replies, vanish, connections },
    allowWriting: () => world.settings.update('writing', () => ({ clio: true, highlevel: true })),
    reply: (key: string, answer: AskAnswer) => answerAsk(parts, key, answer),
    async ask(ask: Partial<Ask> & Pick<Ask, 'key' | 'kind' | 'body'>) {
      const put = { clioAccount: CLIO, locationId: PLACE, link: theLink().key, ...ask };
      await world.batch({ asks: [{ put }] });
      return put.key;
    },
    queued: async () => (await world.outbox.open()).filter(({ state }) => state === 'queued'),
    async index(system: System, id: string, brief: Partial<PersonBrief> = {}, changedAt = 1) {
      const account = system === 'clio' ? CLIO : PLACE;
      const { email, phone, name = 'Marisol Ortega' } = brief;
      const put = {
        key: recordKey(system, account, 'contact', id),
        ...{ system, account, id, changedAt, brief: { name, kind: 'person' as const, ...brief } },
        ...{ emails: email ? [email] : [], phones: phone ? [phone] : [], words: name.toLowerCase().split(' ') },
      };
      await world.batch({ people: { put: [put] } });
    },
  };
}

export type AskWorld = Awaited<ReturnType<typeof createAskWorld>>;

export const conflictOf = (fields: NonNullable<Ask['body']['fields']>) => ({
  key: askKey.conflict(theLink().key, 'contact'),
  kind: 'conflict' as const,
  entity: 'contact' as const,
  body: {
    label: 'Marisol Ortega',
    clioId: '7',
    highlevelId: 'hl7',
    fields,
    offers: ['clio', 'highlevel', 'keep-both'] as Ask['body']['offers'],
  },
});

/** Looks, and a minute later once more. */
export async function lookTwice(world: AskWorld) {
  await world.vanish.run();
  world.pass(60_000);
  await world.vanish.run();
}

export async function withPerson() {
  const world = await createAskWorld();
  await linked(world);
  await world.plan();
  return world;
}
