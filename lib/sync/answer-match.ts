import { type Ask, type AskAnswer, askKey } from '../model/ask.ts';
import { AppError } from '../model/errors.ts';
import { type Link, linkKey } from '../model/link.ts';
import type { AnswerParts, Effect } from './answer-parts.ts';
import { dirtyKey } from './dirty.ts';
import { type KnownPerson, knownKeys } from './known.ts';

/** A link that a person made. */
export const chosenLink = (clioAccount: string, clioId: string, locationId: string, highlevelId: string, at: number): Link => ({
  key: linkKey(clioAccount, clioId, locationId),
  clioAccount,
  clioId,
  locationId,
  highlevelId,
  by: 'person',
  reasons: [{ code: 'chosen', tone: 'good' }],
  at,
  base: {},
});

/** Who a new person is: somebody known, somebody to be made on the other side, or nobody there. */
export async function answerMatch(parts: AnswerParts, ask: Ask, { offer, id = '' }: AskAnswer): Promise<Effect> {
  const { clioAccount, locationId, body } = ask;
  const at = parts.now();
  const asksClio = body.clioId !== undefined;
  const own = (asksClio ? body.clioId : body.highlevelId) ?? '';
  const [system, account] = asksClio ? (['clio', clioAccount] as const) : (['highlevel', locationId] as const);
  const fresh = { key: dirtyKey({ kind: 'new', system, account, id: own }), at, tries: 0 };
  // The planner makes the person by the answer it finds.
  if (offer === 'create') return { dirty: [fresh] };
  if (offer === 'link') return link(parts, asksClio ? [own, id] : [id, own], ask, at);
  if (offer !== 'not-same') throw new AppError('invalid-request', { about: 'offer' });
  return { known: await refused(parts, ask, asksClio ? own : undefined), row: { outcome: 'kept', why: 'not-same' } };
}

async function link(
  { reader, syncReader }: AnswerParts,
  [clioId, highlevelId]: [string, string],
  ask: Ask,
  at: number,
): Promise<Effect> {
  const put = chosenLink(ask.clioAccount, clioId, ask.locationId, highlevelId, at);
  const known = await reader.known<KnownPerson>(knownKeys.person(put.key));
  const old = await reader.link(put.key);
  // Whoever it led to before is another person now: nothing agreed on with them holds.
  const former = old && old.highlevelId !== highlevelId ? old.highlevelId : undefined;
  const pairs = former ? await syncReader.pairsOfLink(put.key) : [];
  const left = known && { ...known, refused: known.refused.filter((one) => one !== highlevelId) };
  return {
    links: [{ put }],
    unpair: pairs.map((pair) => pair.key),
    known: left ? [{ key: knownKeys.person(put.key), value: left }] : [],
    dirty: [{ key: dirtyKey({ kind: 'read', link: put.key }), at, tries: 0 }, ...(former ? [newcomer(ask, former, at)] : [])],
    // Whoever was linked before is nobody's twin by this answer, whatever was answered about them.
    asks: former ? [{ close: askKey.match('highlevel', ask.locationId, former) }] : [],
    row: { link: put.key, why: 'linked' },
  };
}

const newcomer = ({ locationId: account }: Ask, id: string, at: number) => ({
  key: dirtyKey({ kind: 'new', system: 'highlevel', account, id }),
  at,
  tries: 0,
});

/** The matcher does not propose them again. */
async function refused({ reader }: AnswerParts, { clioAccount, locationId, body }: Ask, clioId: string | undefined) {
  const pairs = (body.candidates ?? []).map(({ id }) => (clioId === undefined ? [id, body.highlevelId ?? ''] : [clioId, id]));
  const byKey = new Map<string, KnownPerson>();
  for (const [one = '', other = ''] of pairs) {
    const key = knownKeys.person(linkKey(clioAccount, one, locationId));
    const known = byKey.get(key) ?? (await reader.known<KnownPerson>(key)) ?? { refused: [] };
    byKey.set(key, { ...known, decision: undefined, refused: [...new Set([...known.refused, other])] });
  }
  return [...byKey].map(([key, value]) => ({ key, value }));
}
