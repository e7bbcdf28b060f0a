import type { Breach } from './checks.ts';
import { plain } from './checks-sync.ts';
import type { Lying } from './disk.ts';
import type { Memory } from './memory.ts';
import type { Stage } from './stage.ts';
import { notesOf } from './systems.ts';

const isCreate = ({ op }: Lying['writes'][number]): boolean => op.endsWith('.create');

/** What a row made is a copy of, if it is one. */
const sourceOf = ({ seq, body: { pair, sync } }: Lying['writes'][number]) =>
  sync?.from?.id ?? pair?.highlevelId ?? pair?.clioId ?? seq;

/** Two rows that each made something made two things, unless both are of one record: it moved with a merge, and its copy with it. */
function eachItsOwn({ writes }: Lying): Breach[] {
  const made = writes.filter((one) => one.state === 'done' && isCreate(one) && one.body.result);
  const groups = Map.groupBy(made, ({ connection, op, body }) => `${connection} ${op} ${body.result?.id}`);
  return [...groups].flatMap(([what, rows]): Breach[] =>
    new Set(rows.map(sourceOf)).size > 1 ? [{ kind: 'lost', what: `${rows.length} writes call one record theirs: ${what}` }] : [],
  );
}

/** What was pushed and stands there is known as the twin of what it was pushed from. */
function pairsKept({ writes, pairs, links }: Lying, { removed, merged }: Memory): Breach[] {
  const known = new Set(links.map(({ key }) => key));
  const undone = new Set(writes.flatMap(({ undoes }) => undoes ?? []));
  return writes.flatMap(({ op, state, act, link, body: { pair, result, label } }): Breach[] => {
    if (state !== 'done' || !pair || !result || undone.has(act) || !known.has(link)) return [];
    const [clioId, highlevelId] = pair.highlevelId ? [result.id, pair.highlevelId] : [pair.clioId, result.id];
    if (removed.has(clioId) || removed.has(highlevelId) || link.split('|').some((id) => merged.has(id))) return [];
    const isKnown = pairs.some((one) => one.link === link && (one.clioId === clioId || one.highlevelId === highlevelId));
    return isKnown ? [] : [{ kind: 'lost', what: `${op} "${label}" (${result.id}) was made and has no pair` }];
  });
}

/** What somebody else wrote in the same words is not ours: a note that is called done stands beside it. */
function besideTheirs(stage: Stage, { texts, removed, edits }: Memory, { writes }: Lying): Breach[] {
  return [...texts].flatMap(([text, { entity, hand }]): Breach[] => {
    if (entity !== 'note' || !hand) return [];
    const undone = new Set(writes.flatMap(({ undoes }) => undoes ?? []));
    const done = writes.filter(
      ({ op, act, by, state, body }) =>
        !by &&
        !undone.has(act) &&
        op === 'highlevel.note.create' &&
        state === 'done' &&
        body.label === text &&
        !removed.has(body.result?.id ?? ''),
    );
    const there = notesOf.highlevel(stage).filter((one) => plain(one.body) === text);
    if (!done.length || there.length > done.length || there.some(({ id }) => removed.has(id))) return [];
    if ([...removed].some((one) => one.includes(text)) || edits.some(({ replaced }) => replaced === text)) return [];
    return [{ kind: 'lost', what: `note "${text}" was called done, and only a colleague's stands there` }];
  });
}

/** Two-way sync writes for people of the pilot only, as long as it is small. */
function withinPilot({ writes, links }: Lying, { sync, choice }: Memory): Breach[] {
  const pilot = sync?.pilot;
  if (!sync || !pilot?.on || !choice?.pilot.on) return [];
  const outside = writes.find(({ by, link, body, queuedAt }) => {
    const of = links.find(({ key }) => key === link);
    // Switched off and on again, or linked anew, it begins anew, and so do they who were made meanwhile.
    if (by !== 'sync' || queuedAt < sync.since || !of || queuedAt < of.at || body.link || body.linkTo) return false;
    return !pilot.people.includes(of.clioId) && !(of.by === 'create' && of.at >= sync.since);
  });
  return outside ? [{ kind: 'given-away', what: `${outside.op} for ${outside.link}, who is outside the pilot` }] : [];
}

/** What a write that is done must leave behind. */
export const writesKept = (stage: Stage, memory: Memory, lying: Lying): Breach[] => [
  ...eachItsOwn(lying),
  ...pairsKept(lying, memory),
  ...withinPilot(lying, memory),
  ...besideTheirs(stage, memory, lying),
];
