import { expect, test } from 'vitest';
import type { ClioContact, ClioNote, ClioTask, HlContact } from '../../sandbox/world/types.ts';
import { compareNow, switchSyncOn } from '../../scripts/browser/mappings-driver.ts';
import { contactHash } from '../../scripts/browser/panel-driver.ts';
import { sleep, until } from '../../scripts/browser/wait.ts';
import { writesIn } from '../../scripts/tour/world.ts';
import { inBothBrowsers, type Scene } from './scene.ts';

/** Reading waits for alarms (half a minute at the least in Chromium), and a killed worker for the next one. */
const KEPT_EQUAL = 150_000;
const PILOT = 10;

interface Person {
  clio: ClioContact;
  highlevel: HlContact;
}

const rowsOf = <T>({ sandbox }: Scene, system: string, table: string): T[] => sandbox.control('state', { system, table }) as T[];

/** People of the seed world who are in both systems, with an e-mail, a phone and a name that nobody shares: no twins, no families. */
function pilotOf(scene: Scene): Person[] {
  const accounts = rowsOf<{ id: number; region: string }>(scene, 'clio', 'accounts');
  const us = accounts.find((one) => one.region === 'us')?.id;
  const clio = rowsOf<ClioContact>(scene, 'clio', 'contacts').filter((one) => one.account_id === us && one.type === 'Person');
  const highlevel = rowsOf<HlContact>(scene, 'highlevel', 'contacts');
  const digits = (phone: string | undefined) => phone?.replace(/\D/g, '').slice(-10);
  const found = clio.flatMap((one): Person[] => {
    const email = one.email_addresses.find(({ primary }) => primary)?.address.toLowerCase();
    const phones = one.phone_numbers.map(({ number }) => digits(number));
    const alike = (list: (string | undefined)[], wanted: (string | undefined)[]) =>
      list.some((value) => value && wanted.includes(value));
    const here = clio.filter(
      ({ name, email_addresses, phone_numbers }) =>
        name === one.name ||
        email_addresses.some(({ address }) => address.toLowerCase() === email) ||
        alike(
          phone_numbers.map(({ number }) => digits(number)),
          phones,
        ),
    );
    const there = highlevel.filter(
      (other) =>
        other.email?.toLowerCase() === email ||
        alike([digits(other.phone)], phones) ||
        (other.lastName === one.last_name && other.firstName === one.first_name),
    );
    const [other] = there;
    if (!other || here.length > 1 || there.length > 1 || other.email?.toLowerCase() !== email) return [];
    const name = `${other.firstName} ${other.lastName}`.toLowerCase();
    return name === one.name.toLowerCase() ? [{ clio: one, highlevel: other }] : [];
  });
  return found.slice(0, PILOT);
}

inBothBrowsers('two-way sync', (scene) => {
  const clioContact = (id: number) => rowsOf<ClioContact>(scene(), 'clio', 'contacts').find((one) => one.id === id)!;
  const highlevelContact = (id: string) => scene().state.contacts({ id } as never)[0]!;
  const cityOf = ({ addresses }: ClioContact) => addresses.find((one) => one.primary)?.city ?? addresses[0]?.city;

  /** Signs in, links the ten by looking at each, and switches sync on for them alone. */
  const began = async (): Promise<Person[]> => {
    const { desk } = scene();
    await scene().connect();
    await desk.switchWriting('Clio');
    const people = pilotOf(scene());
    expect(people).toHaveLength(PILOT);
    const tab = await scene().open(contactHash(people[0]!.clio.id));
    for (const { clio } of people) {
      await tab.goTo(contactHash(clio.id));
      await tab.showsPerson(clio.name);
    }
    await switchSyncOn(await desk.view(), {
      both: ['contact', 'task', 'note'],
      policy: 'newest',
      pilot: people.map(({ clio }) => clio.name),
    });
    return people;
  };

  /** How many writes there were once none has come for a while. */
  const atRest = async (): Promise<number> => {
    for (let last = -1; ; ) {
      const count = writesIn(scene().sandbox).length;
      if (count === last) return count;
      last = count;
      await sleep(12_000);
    }
  };

  test('keeps ten people equal while both sides change and the worker is killed', { timeout: 420_000 }, async () => {
    const people = await began();
    const { sandbox, harness, desk } = scene();
    const before = writesIn(sandbox).length;

    // Half of them move in Clio, the other half in HighLevel; one gets a task, one a note, one a finished task.
    for (const [index, { clio, highlevel }] of people.entries()) {
      const city = `Newtown ${index}`;
      const [address] = clio.addresses;
      if (index % 2) sandbox.control('highlevel.patchContact', { id: highlevel.id, patch: { city } });
      else
        sandbox.control('clio.patchContact', {
          id: clio.id,
          patch: { addresses: [address ? { id: address.id, city } : { name: 'Home', city }] },
        });
    }
    const noted = people[0]!;
    sandbox.control('clio.addNote', { contact_id: noted.clio.id, subject: 'Call', detail: 'Asked about the hearing date' });
    await compareNow(await desk.view());
    await until('the first write', () => writesIn(sandbox).length > before, KEPT_EQUAL);
    expect(await harness.killBackground()).toBe(true);

    const cities = () =>
      people.map(({ clio, highlevel }, index) => [
        cityOf(clioContact(clio.id)) === `Newtown ${index}`,
        highlevelContact(highlevel.id).city === `Newtown ${index}`,
      ]);
    await until('all ten to be equal', () => cities().every(([one, other]) => one && other), KEPT_EQUAL);
    const notes = () =>
      scene()
        .state.notes({ contactId: noted.highlevel.id })
        .filter(({ body }) => body.includes('hearing date'));
    await until('the note in HighLevel', () => notes().length > 0, KEPT_EQUAL);

    // At rest: nothing twice, and our own writes cause none.
    const writes = await atRest();
    await compareNow(await desk.view());
    expect(await atRest()).toBe(writes);
    expect(notes()).toHaveLength(1);
    const ofClio = rowsOf<ClioNote>(scene(), 'clio', 'notes').filter(({ detail }) => detail.includes('hearing date'));
    expect(ofClio).toHaveLength(1);
    expect(rowsOf<ClioTask>(scene(), 'clio', 'tasks').length).toBeGreaterThan(0);
  });
});
