import type { PersonIn } from '../../lib/store/batch.ts';
import { createStorage, location } from '../unit/store-parts.ts';
import { countRequests } from './requests.ts';
import { ms, p95, type Row } from './table.ts';

const ACCOUNT = 'bench';
const BATCH = 500;
const ROUNDS = 200;

const digits = (number: number): string => String(2_000_000 + number).padStart(7, '0');
const emailOf = (number: number): string => `person.${number}@example.com`;

const person = (number: number): PersonIn => ({
  key: `highlevel|${ACCOUNT}|contact|p${number}`,
  system: 'highlevel',
  account: ACCOUNT,
  id: `p${number}`,
  changedAt: number,
  brief: { name: `Person Number ${number}`, kind: 'person', email: emailOf(number), phone: `+1604${digits(number)}` },
  emails: [emailOf(number)],
  phones: [`+1604${digits(number)}`],
  words: ['person', `number${number}`],
});

/** The index by which people are found: hashed, sealed and stored by the store's own writer, then asked for one by e-mail and phone. */
export async function indexRows(most: number): Promise<Row[]> {
  const { db, keep, eras, apply, syncReader } = createStorage();
  await keep(location(ACCOUNT), { accessToken: 'made up' }, eras.mark());
  const fill = async (from: number, to: number) => {
    for (let first = from; first < to; first += BATCH) {
      const put = Array.from({ length: Math.min(BATCH, to - first) }, (_, one) => person(first + one));
      await apply({ at: 1, people: { put } }, 'pull');
    }
  };
  const find = (number: number) =>
    syncReader.peopleLike('highlevel', ACCOUNT, { emails: [emailOf(number)], phones: [`+1604${digits(number)}`] });
  const look = async (size: number) => {
    for (let round = 0; round < 50; round += 1) await find(round);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now();
      const [found] = await find((round * 7919) % size);
      times.push(performance.now() - began);
      if (!found) throw new Error('somebody in the index was not found');
    }
    return { p95: p95(times), ...(await countRequests(() => find(size - 1))) };
  };
  const few = Math.min(1_000, most);
  await fill(0, few);
  const small = await look(few);
  const began = performance.now();
  await fill(few, most);
  const took = performance.now() - began;
  const large = await look(most);
  await db.close();
  const size = most.toLocaleString('en');
  return [
    {
      what: `index load, ${size} people`,
      measured: `${Math.round((most - few) / (took / 1000))} a second`,
      bound: 'no bound known',
      how: `${ms(took)}: two hashes and one seal each, ${BATCH} a transaction (fake-indexeddb)`,
    },
    {
      what: `index look-up p95, ${size} people`,
      measured: ms(large.p95),
      bound: ms(small.p95),
      ratio: large.p95 / small.p95,
      how: 'bound: as with 1,000; by e-mail and phone',
    },
    {
      what: `index look-up, ${size} people: rows`,
      measured: `${large.results} in ${large.requests} requests`,
      bound: `${small.results} in ${small.requests}`,
      ratio: large.results / small.results,
      how: 'rows that the disk handed over',
    },
  ];
}
