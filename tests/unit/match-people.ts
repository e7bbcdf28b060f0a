import { matchContact } from '../../lib/match/match.ts';
import type { Shared } from '../../lib/match/signals.ts';
import type { Contact, Labelled } from '../../lib/model/contact.ts';
import type { Decision, Reason } from '../../lib/model/link.ts';

const list = (values: string[]): Labelled[] => values.map((value, at) => ({ value, primary: at === 0 }));

type Given = Partial<Omit<Contact, 'emails' | 'phones'>> & { emails?: string[]; phones?: string[] };

const contact = (system: Contact['system'], { emails = [], phones = [], ...rest }: Given): Contact => ({
  system,
  account: system === 'clio' ? 'ca:1' : 'LOC',
  id: '1',
  kind: 'person',
  name: [rest.firstName, rest.lastName].filter(Boolean).join(' '),
  emails: list(emails),
  phones: list(phones),
  tags: [],
  ...rest,
});

/** `David Kim` as a Clio person; a company is given by `kind` and `name`. */
export const clio = (given: Given): Contact => contact('clio', given);
export const highlevel = (id: string, given: Given): Contact => contact('highlevel', { id, ...given });

export const decide = (mine: Contact, found: Contact[], sharedInClio?: Shared) =>
  matchContact({ clio: mine, found, country: 'CA', sharedInClio });
export const codes = (reasons: Reason[]) => reasons.map((reason) => reason.code);
/** Candidate ids with their reasons, in order; the kind when there is nothing to choose. */
export const shown = (decision: Decision) =>
  decision.kind === 'choose' ? decision.candidates.map((one) => [one.id, ...codes(one.reasons)]) : decision.kind;
