import type { System } from '../model/subject.ts';
import type { Sealer } from './rows.ts';

export interface LookUp {
  emails?: string[];
  phones?: string[];
  words?: string[];
}

/**
 * Under what a person is found: `e:` and `p:` stand for a whole value, `n:` for the first three letters of a word of the name. The account
 * is hashed in, so that equal values of two accounts don't show as equal.
 */
export async function personHashes(sealer: Sealer, system: System, account: string, look: LookUp) {
  const hashed = (kind: string, values: string[] = []): Promise<string[]> =>
    Promise.all(
      [...new Set(values)].filter(Boolean).map(async (one) => kind + (await sealer.hash(`${kind}${system}|${account}|${one}`))),
    );
  const [emails, phones, words] = await Promise.all([
    hashed('e:', look.emails),
    hashed('p:', look.phones),
    hashed(
      'n:',
      look.words?.map((word) => word.slice(0, 3)),
    ),
  ]);
  return { emails, phones, words };
}
