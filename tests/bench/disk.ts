import { createOutbox } from '../../lib/sync/outbox.ts';
import { createAppWorld } from '../flow/app-world.ts';
import { createStorage, location } from '../unit/store-parts.ts';
import { multiplyLinks } from './many-links.ts';
import { countRequests, quietDisk } from './requests.ts';
import { ms, p95, type Row } from './table.ts';

const ROUNDS = 300;

async function timed(rounds: number, act: (round: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await act(round);
    times.push(performance.now() - began);
  }
  return times;
}

/** From the click to "queued": one write sealed and strictly stored, with few and with many rows waiting. The disk is fake-indexeddb. */
export async function enqueueRows(): Promise<Row[]> {
  const { db, sealer, keep, eras } = createStorage();
  const outbox = createOutbox(db, sealer, () => undefined);
  const bench = location('bench');
  await keep(bench, { accessToken: 'made up' }, eras.mark());
  const write = (number: number) => ({
    op: 'highlevel.note.create',
    connection: bench.id,
    key: `contact|${number}`,
    act: `act-${number}`,
    kind: 'note-add' as never,
    link: `us:1|${number}|bench`,
    body: { input: { contactId: 'abc', values: { text: 'x'.repeat(500) } }, label: 'Bench' } as never,
  });
  const add = (number: number) => outbox.enqueue([write(number)], number);
  await timed(20, add);
  const few = p95(await timed(ROUNDS, (round) => add(1_000 + round)));
  for (let number = 0; number < 5_000; number += 500)
    await outbox.enqueue(
      Array.from({ length: 500 }, (_, one) => write(10_000 + number + one)),
      0,
    );
  const many = p95(await timed(ROUNDS, (round) => add(100_000 + round)));
  const { requests } = await countRequests(() => add(200_000));
  await db.close();
  return [
    {
      what: 'enqueue p95, 300 waiting',
      measured: ms(few),
      bound: '1 ms (Chromium, strict)',
      how: `${ROUNDS} writes of 500 characters`,
    },
    { what: 'enqueue p95, 5,000 more', measured: ms(many), bound: ms(few), ratio: many / few, how: 'bound: as with few' },
    {
      what: 'enqueue: requests to the disk',
      measured: `${requests}`,
      bound: '1 (the row)',
      ratio: requests,
      how: 'the rest: is the account still there',
    },
  ];
}

/** What the panel reads to paint itself, with a thousand people linked and with a hundred thousand: the whole way of `panel.view`. */
export async function panelRows(most: number): Promise<Row[]> {
  const world = await createAppWorld();
  try {
    await world.connect();
    await world.openContact(world.cast.marisol.clioId);
    await world.screen('person');
    const read = async (links: number) => {
      const loading = performance.now();
      const rows = await multiplyLinks(world.database, world.cast.marisol, links);
      const load = performance.now() - loading;
      await timed(20, world.view);
      await quietDisk();
      return { ...(await countRequests(world.view)), p95: p95(await timed(ROUNDS, world.view)), rows, load };
    };
    const few = await read(1_000);
    const many = await read(most);
    const size = (links: number) => links.toLocaleString('en');
    return [
      {
        what: 'panel read p95, 1,000 links',
        measured: ms(few.p95),
        bound: '16 ms (one frame)',
        how: `${few.rows} rows on the disk`,
      },
      {
        what: `panel read p95, ${size(most)} links`,
        measured: ms(many.p95),
        bound: ms(few.p95),
        ratio: many.p95 / few.p95,
        how: `bound: as with 1,000; ${many.rows} rows on the disk`,
      },
      {
        what: `panel read, ${size(most)} links: rows`,
        measured: `${many.results} in ${many.requests} requests`,
        bound: `${few.results} in ${few.requests}`,
        ratio: many.results / few.results,
        how: 'rows that the disk handed over',
      },
      {
        what: `rows loaded, ${size(most)} links`,
        measured: `${Math.round((many.rows - few.rows) / (many.load / 1000))} rows/s`,
        bound: 'no bound known',
        how: `${ms(many.load)} of raw puts, 2,000 a transaction (fake-indexeddb, not the store's own writer)`,
      },
    ];
  } finally {
    await world.close();
  }
}
