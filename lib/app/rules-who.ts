import { normalizePhone } from '../match/normalize.ts';
import { otherSide } from '../merge/field.ts';
import { askKey } from '../model/ask.ts';
import type { Contact } from '../model/contact.ts';
import type { Candidate } from '../model/link.ts';
import { linkKey } from '../model/link.ts';
import type { System } from '../model/subject.ts';
import type { Program } from '../rules/compile.ts';
import type { Scene } from '../rules/scene.ts';
import type { Batch } from '../store/batch.ts';
import { type KnownPerson, knownKeys } from '../sync/known.ts';
import { whoIs } from '../sync/plan-match.ts';
import { matchAsk } from '../sync/plan-new.ts';
import { countryOfPair } from '../sync/pull-person.ts';
import type { RulesParts } from './rules-parts.ts';
import type { Stage } from './rules-scene.ts';

/** The scene with those whom somebody could be that a rule would make on the other side: as in two-way sync, a person says who it is. */
export async function withWho(parts: RulesParts, stage: Stage, { ops }: Program): Promise<Scene> {
  const { scene, connections } = stage;
  const { entity, system, account, id, after } = scene.happening;
  const { clio, highlevel } = connections;
  const to = otherSide(system as System);
  const makes = ops.some((op) => op.do === 'action' && op.operation.id === `${to}.contact.create`);
  if (!makes || stage.link || entity !== 'contact' || !after || !clio || !highlevel) return scene;
  const said = (await parts.syncReader.ask(askKey.match(system as System, account, id)))?.body.answer?.offer;
  if (said === 'create') return scene;
  // Somebody said that it is none of them: two-way sync makes nobody then, and a rule knows no better.
  if (said === 'not-same') return { ...scene, who: 'refused' };
  const known = await parts.reader.known<KnownPerson>(knownKeys.person(linkKey(clio.account, id, highlevel.account)));
  const country = countryOfPair({ clio, location: highlevel });
  const ground = { clio, location: highlevel, country, phoneKey: (raw: string) => normalizePhone(raw, country) };
  const { decision } = await whoIs(parts, ground, after as Contact, (system === 'clio' && known?.refused) || []);
  // Before everybody was read, the one search of a page visit may know more than the index.
  const found = [decision, ...(system === 'clio' && known?.decision ? [known.decision] : [])].find(({ kind }) => kind !== 'none');
  if (!found || found.kind === 'none') return scene;
  return { ...scene, who: found.kind === 'sure' ? [found.candidate] : found.candidates };
}

/** The question of two-way sync, so that it is asked once whoever wants to know. */
export const askWho = (parts: RulesParts, { scene, connections }: Stage, who: Candidate[]): NonNullable<Batch['asks']> => {
  const { clio, highlevel } = connections;
  const contact = scene.happening.after as Contact;
  return (clio && highlevel && matchAsk(parts, { clio, location: highlevel }, contact, who).asks) || [];
};
