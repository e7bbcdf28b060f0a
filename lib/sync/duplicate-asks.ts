import { type DuplicateRecord, duplicates } from '../merge/duplicates.ts';
import { type Ask, askKey } from '../model/ask.ts';
import type { Reason } from '../model/link.ts';
import type { System } from '../model/subject.ts';
import type { PersonOpen } from '../store/read-sync.ts';
import type { SyncPair } from './sync-pairs.ts';

/** A set shares one key; whether it is an e-mail or a phone is told by what the people show. */
function withKeys(sets: PersonOpen[][]): DuplicateRecord[] {
  const records = new Map<string, DuplicateRecord & { emailKeys: string[]; phoneKeys: string[] }>();
  sets.forEach((people, index) => {
    const emails = people.map(({ brief }) => brief.email?.trim().toLowerCase()).filter(Boolean);
    const isEmail = new Set(emails).size < emails.length;
    for (const { id, brief, links } of people) {
      const filled = Object.values(brief).filter((value) => value !== undefined && value !== '').length;
      const known = records.get(id) ?? { id, emailKeys: [], phoneKeys: [], name: brief.name, linked: links.length > 0, filled };
      (isEmail ? known.emailKeys : known.phoneKeys).push(String(index));
      records.set(id, known);
    }
  });
  return [...records.values()];
}

const candidateOf = ({ id, brief }: PersonOpen, shared: readonly ('email' | 'phone')[]) => {
  const reasons = shared.map(
    (by): Reason =>
      by === 'email'
        ? { code: 'same-email', tone: 'good', value: brief.email }
        : { code: 'same-phone', tone: 'good', value: brief.phone },
  );
  return { id, name: brief.name, email: brief.email, phone: brief.phone, reasons };
};

export type Question = Omit<Ask, 'state' | 'at'>;

/** One question a set of people. The first one is proposed to be kept. */
export function questions({ clio, location }: SyncPair, system: System, account: string, sets: PersonOpen[][]): Question[] {
  const people = new Map(sets.flat().map((one) => [one.id, one]));
  return duplicates(withKeys(sets)).map(({ keep, because, others, shared }) => {
    const ids = [keep, ...others];
    const candidates = ids.flatMap((id) => {
      const one = people.get(id);
      return one ? [candidateOf(one, shared)] : [];
    });
    const own = system === 'clio' ? { clioId: keep } : { highlevelId: keep };
    const label = people.get(keep)?.brief.name ?? keep;
    const body: Ask['body'] = {
      label,
      ...own,
      side: system,
      candidates,
      keep: { id: keep, because },
      offers: ['merge', 'not-same'],
    };
    const key = askKey.duplicate(system, account, ids);
    return { key, kind: 'duplicate', clioAccount: clio.account, locationId: location.account, entity: 'contact', body };
  });
}
