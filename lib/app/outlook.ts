import { compareFields } from '../match/fields.ts';
import { AppError } from '../model/errors.ts';
import type { Outlook } from '../model/people-acts.ts';
import type { Region, Subject } from '../model/subject.ts';
import type { Reader } from '../store/read.ts';
import type { Lookup } from '../sync/lookup.ts';
import { type Accounts, readScene, type Scene } from './scene.ts';

export interface OutlookParts {
  accounts: Accounts;
  reader: Reader;
  lookup: Lookup;
}

/** Somebody as the store has them; the index knows a name only, so they are read whole first where that is all. */
export async function wholePerson(
  { accounts, reader, lookup }: OutlookParts,
  link: string,
): Promise<{ subject: Subject; scene: Scene }> {
  const [clioAccount = '', clioId = ''] = link.split('|');
  const subject: Subject = { region: clioAccount.split(':')[0] as Region, kind: 'contact', id: clioId };
  let scene = await readScene(subject, accounts, reader);
  if (scene.linkKey !== link) throw new AppError('not-connected', { system: 'clio' });
  if (!scene.contact || (scene.link && !scene.highlevel)) {
    await lookup.visit(subject, true);
    scene = await readScene(subject, accounts, reader);
  }
  return { subject, scene };
}

/** Made only where a search found nobody: whoever could be one of several is a person's choice. */
export function mustBeNew({ person }: Scene): 'create' {
  if (person?.decision?.kind === 'none' && !person.problem) return 'create';
  throw new AppError(person?.problem?.code ?? 'duplicate-contact', { system: 'highlevel' });
}

/** What sending this person to HighLevel would come to. Reads only. */
export async function outlook(parts: OutlookParts, link: string): Promise<{ outlook: Outlook }> {
  const { contact, highlevel, person, country } = (await wholePerson(parts, link)).scene;
  if (!contact || (person?.problem && !highlevel)) throw new AppError(person?.problem?.code ?? 'not-found', { about: 'contact' });
  if (!highlevel) return { outlook: person?.decision?.kind === 'none' ? 'new' : 'several' };
  const rows = compareFields(contact, highlevel, { country });
  return { outlook: rows.some(({ state, pushable }) => pushable && state === 'only-clio') ? 'fill' : 'same' };
}
