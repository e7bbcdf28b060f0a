import { normalizePhone } from '../match/normalize.ts';
import { otherSide } from '../merge/field.ts';
import { askKey } from '../model/ask.ts';
import type { Contact } from '../model/contact.ts';
import { type Candidate, linkKey } from '../model/link.ts';
import type { System } from '../model/subject.ts';
import type { Program } from '../rules/compile.ts';
import type { Batch } from '../store/batch.ts';
import { type KnownPerson, knownKeys } from '../sync/known.ts';
import { whoIs } from '../sync/plan-match.ts';
import { linkTo, matchAsk } from '../sync/plan-new.ts';
import { countryOfPair } from '../sync/pull-person.ts';
import type { RulesParts } from './rules-parts.ts';
import type { Stage } from './rules-scene.ts';

export interface Found {
  stage: Stage;
  /** Somebody was found without a doubt: the link that is kept with what the rule does. */
  linked?: Partial<Batch>;
}

/**
 * Who is it whom a rule would make on the other side? As in two-way sync: without a doubt they are linked, which writes nothing in either
 * system; otherwise a person says who it is.
 */
export async function withWho(parts: RulesParts, stage: Stage, { rule, ops }: Program): Promise<Found> {
  const { scene, connections } = stage;
  const { entity, account, id, after } = scene.happening;
  const system = scene.happening.system as System;
  const { clio, highlevel } = connections;
  const to = otherSide(system);
  const makes = ops.some((op) => op.do === 'action' && op.operation.id === `${to}.contact.create`);
  if (!makes || stage.link || entity !== 'contact' || !after || !clio || !highlevel) return { stage };
  const said = (await parts.syncReader.ask(askKey.match(system, account, id)))?.body.answer?.offer;
  if (said === 'create') return { stage };
  // Somebody said that it is none of them: two-way sync makes nobody then, and a rule knows no better.
  if (said === 'not-same') return { stage: { ...stage, scene: { ...scene, who: 'refused' } } };
  const knownOf = (clioId: string) =>
    parts.reader.known<KnownPerson>(knownKeys.person(linkKey(clio.account, clioId, highlevel.account)));
  const known = system === 'clio' ? await knownOf(id) : undefined;
  const country = countryOfPair({ clio, location: highlevel });
  const ground = { clio, location: highlevel, country, phoneKey: (raw: string) => normalizePhone(raw, country) };
  const { decision, linked } = await whoIs(parts, ground, after as Contact, known?.refused ?? []);
  if (decision.kind === 'sure' && !linked.has(decision.candidate.id)) {
    const { candidate } = decision;
    const isRefused = system === 'highlevel' && (await knownOf(candidate.id))?.refused.includes(id);
    if (!isRefused) return bound(stage, linkTo(parts, ground, after as Contact, candidate), rule.id);
  }
  // Before everybody was read, the one search of a page visit may know more than the index.
  const found = [decision, known?.decision].find((one) => one && one.kind !== 'none');
  if (!found || found.kind === 'none') return { stage };
  return { stage: { ...stage, scene: { ...scene, who: found.kind === 'sure' ? [found.candidate] : found.candidates } } };
}

function bound(stage: Stage, linked: Partial<Batch>, rule: string): Found {
  const link = linked.links?.[0]?.put;
  const activity = linked.activity?.map((row) => ({ ...row, by: 'rule' as const, cause: rule }));
  return link ? { stage: { ...stage, link, scene: { ...stage.scene, link } }, linked: { ...linked, activity } } : { stage };
}

/** The question of two-way sync, so that it is asked once whoever wants to know. */
export const askWho = (parts: RulesParts, { scene, connections }: Stage, who: Candidate[]): NonNullable<Batch['asks']> => {
  const { clio, highlevel } = connections;
  const contact = scene.happening.after as Contact;
  return (clio && highlevel && matchAsk(parts, { clio, location: highlevel }, contact, who).asks) || [];
};
