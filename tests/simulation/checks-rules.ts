import type { Activity } from '../../lib/model/activity.ts';
import type { Breach } from './checks.ts';
import { plain } from './checks-sync.ts';
import type { Lying } from './disk.ts';
import type { Memory } from './memory.ts';
import type { Stage } from './stage.ts';
import { contactsOf, notesOf, tasksOf } from './systems.ts';

const HOUR = 3_600_000;
/** What each rule writes: text -> what it was made from. */
const WRITES = /^(Heard of|Allowed for|Follow|Passed on:|Later on|Read) (.+)$/s;

/** Everything in HighLevel that a rule wrote, as its record's contact has it. */
const written = (stage: Stage): { contact: string; text: string }[] => [
  ...notesOf.highlevel(stage).map(({ contactId, body }) => ({ contact: contactId, text: plain(body) })),
  ...tasksOf.highlevel(stage).map(({ contactId, title }) => ({ contact: contactId, text: title })),
];

const runsOf = ({ activity }: Lying, rule: string): Activity[] =>
  activity.filter(({ kind, cause, outcome }) => kind === 'run' && cause === rule && outcome !== 'skipped');

/** "louder" runs for what others changed, never for what it wrote itself: no more exclamation marks than changes of a task. */
function heardItself(stage: Stage, { rules, edits, merged }: Memory, { writes }: Lying): Breach[] {
  // A merge changes whose a task is, which is a change too.
  if (!rules.has('louder')) return [];
  return tasksOf.highlevel(stage).flatMap(({ id, title, contactId }): Breach[] => {
    if (merged.has(contactId)) return [];
    const marks = /!*$/.exec(title)?.[0].length ?? 0;
    const byHand = edits.filter((one) => one.entity === 'task' && one.id === id);
    const byUs = writes.filter(({ by, body }) => by !== 'rule' && (body.input as { taskId?: string }).taskId === id);
    const others = byHand.length + byUs.length + (writes.some(({ body }) => body.result?.id === id) ? 1 : 0);
    return marks > others ? [{ kind: 'echo', what: `a rule heard itself: "${title}" after ${others} changes` }] : [];
  });
}

/** Once for each record, whatever died on the way; and never for what it made itself. */
function onceEach(stage: Stage, { merged, texts }: Memory): Breach[] {
  const counts = Map.groupBy(written(stage), ({ contact, text }) => `${contact} ${text}`);
  return [...counts.values()].flatMap((rows): Breach[] => {
    const [{ text, contact } = { text: '', contact: '' }] = rows;
    const of = WRITES.exec(text)?.[2];
    if (of === undefined) return [];
    if (/Follow Follow|Passed on: Passed on:/.test(text)) return [{ kind: 'echo', what: `a rule heard itself: "${text}"` }];
    // Texts of the seed may stand for several records.
    const isOwn = texts.has(of) && !texts.get(of)?.hand;
    return isOwn && rows.length > (merged.has(contact) ? 2 : 1)
      ? [{ kind: 'duplicate', what: `${rows.length} × "${text}" by a rule` }]
      : [];
  });
}

/** Each new record set off its rule, as long as its person was linked and within the small start. */
function noneMissed(stage: Stage, { rules, texts, removed, merged, edits }: Memory, lying: Lying): Breach[] {
  const first = { heard: 'task', asked: 'task', later: 'note' } as const;
  return Object.entries(first).flatMap(([id, entity]) => {
    const kept = rules.get(id);
    if (!kept) return [];
    return [...texts].flatMap(([text, one]): Breach[] => {
      if (one.entity !== entity || one.from !== 'clio' || one.at === undefined || one.at < kept.at + 1000) return [];
      const link = lying.links.find(({ clioId }) => clioId === one.owner);
      if (!link || link.at > one.at - 60_000 || [link.clioId, link.highlevelId].some((id) => removed.has(id) || merged.has(id)))
        return [];
      if (!contactsOf.highlevel(stage).some((person) => person.id === link.highlevelId)) return [];
      if (kept.rule.pilot.on && !kept.rule.pilot.people.includes(link.clioId)) return [];
      const row = entity === 'task' ? stage.clio.state.rows.tasks.find(({ name }) => name === text) : noteWith(stage, text);
      if (
        !row ||
        removed.has(String(row.id)) ||
        edits.some(({ entity: of, id: which }) => of === entity && which === String(row.id))
      )
        return [];
      const isSeen =
        runsOf(lying, id).some((run) => run.id === String(row.id)) ||
        lying.runs.some(({ record }) => record.endsWith(`|${row.id}`));
      return isSeen ? [] : [{ kind: 'lost', what: `the rule "${id}" never saw the ${entity} "${text}" (${row.id})` }];
    });
  });
}
const noteWith = (stage: Stage, text: string) => stage.clio.state.rows.notes.find(({ detail }) => detail === text);

/** A small start stays small, a visit counts once an hour, nothing goes out without the yes it waits for, and the hour's budget holds. */
function withinBounds({ time }: Stage, { rules }: Memory, lying: Lying): Breach[] {
  return [...rules].flatMap(([id, { rule }]): Breach[] => {
    const runs = runsOf(lying, id);
    const rows = lying.writes.filter((one) => one.rule === id);
    const outside = rule.pilot.on
      ? rows.find((one) => one.link && !rule.pilot.people.includes(one.link.split('|')[1] ?? ''))
      : undefined;
    const visits = [...Map.groupBy(rows, ({ link, queuedAt }) => `${link} ${Math.floor(queuedAt / HOUR)}`)];
    // A clock that is put back shows the same hour twice.
    const often =
      id === 'seen'
        ? visits.find(([, all]) => all.some(({ queuedAt }, one) => one && !time.isBackBetween(all[one - 1]!.queuedAt, queuedAt)))
        : undefined;
    const allowed = lying.asks.filter(
      ({ kind, state, body }) => kind === 'rule' && state === 'answered' && body.answer?.offer === 'go',
    );
    const unasked = id === 'asked' && rows.length > allowed.length;
    const hours = [...Map.groupBy(rows, ({ queuedAt }) => Math.floor(queuedAt / HOUR))];
    const most = hours.find(([, all]) => all.length > 2 * rule.budget.perHour);
    return [
      ...(outside ? [{ kind: 'given-away' as const, what: `the rule "${id}" wrote to ${outside.link}, outside its pilot` }] : []),
      ...(often ? [{ kind: 'duplicate' as const, what: `${often[1].length} runs of "${id}" for one visit: ${often[0]}` }] : []),
      ...(unasked
        ? [{ kind: 'given-away' as const, what: `${rows.length} writes of "${id}", ${allowed.length} of them allowed` }]
        : []),
      ...(most && id !== 'later'
        ? [
            {
              kind: 'limits' as const,
              what: `${most[1].length} writes of "${id}" in an hour, ${rule.budget.perHour} are its budget, ${runs.length} runs`,
            },
          ]
        : []),
    ];
  });
}

/** What rules did. */
export const rulesKept = (stage: Stage, memory: Memory, lying: Lying): Breach[] =>
  memory.rules.size
    ? [
        ...heardItself(stage, memory, lying),
        ...onceEach(stage, memory),
        ...noneMissed(stage, memory, lying),
        ...withinBounds(stage, memory, lying),
      ]
    : [];
