import type { Appointment } from '../model/appointment.ts';
import type { CalendarEntry } from '../model/calendar-entry.ts';
import type { Entity } from '../model/change.ts';
import type { HomeAppointment, HomeNote, HomeTask, HomeView } from '../model/console-home.ts';
import { dayOfInstant } from '../model/days.ts';
import { dueDay } from '../model/due.ts';
import { type Link, linkKey } from '../model/link.ts';
import type { Note } from '../model/note.ts';
import type { System } from '../model/subject.ts';
import type { Due, Task } from '../model/task.ts';
import { recordKey } from '../store/rows.ts';
import type { ChosenPair } from './console-parts.ts';
import type { HomeParts } from './home-parts.ts';
import type { Brief } from './record-briefs.ts';

const DAY = 24 * 60 * 60 * 1000;
const TASKS = 50;
const NEWEST = 20;
/** A note on a list is a line or two. */
const LINE = 280;

type Lists = Pick<HomeView, 'tasks' | 'notes' | 'appointments' | 'partial'>;
const sides: System[] = ['clio', 'highlevel'];

/** Names of linked people, each read once a view. */
function createNames({ reader, syncReader }: HomeParts, { clio, location }: ChosenPair) {
  const known = new Map<string, Promise<{ link: string; person: string } | undefined>>();
  const read = async (system: System, owner: string) => {
    const link: Link | undefined =
      system === 'clio'
        ? await reader.link(linkKey(clio.account, owner, location.account))
        : (await reader.linksOfHighLevel(location.account, owner)).find((one) => one.clioAccount === clio.account);
    if (!link) return undefined;
    const key = recordKey('clio', clio.account, 'contact', link.clioId);
    const name = (await syncReader.person(key))?.brief.name ?? (await reader.record<{ name: string }>(key))?.name;
    return { link: link.key, person: name ?? link.clioId };
  };
  return (system: System, owner: string) => {
    const key = `${system}|${owner}`;
    const found = known.get(key) ?? read(system, owner);
    known.set(key, found);
    return found;
  };
}

/** The first `most` of linked people, in the order given. Matters' own notes stand under no person and are left out. */
async function ofPeople<T>(names: ReturnType<typeof createNames>, briefs: Brief<T>[], most: number) {
  const result: (T & { link: string; person: string; system: System; id: string })[] = [];
  for (const { system, id, owner, value } of briefs) {
    if (result.length === most) break;
    const person = await names(system, owner);
    if (person) result.push({ ...value, ...person, system, id });
  }
  return result;
}

/** What is worth showing of each kind of record. */
function picks({ now, timeZone }: HomeParts) {
  const zone = timeZone();
  const today = dayOfInstant(now(), zone) ?? '';
  const soon = dayOfInstant(now() + 7 * DAY, zone) ?? '';
  return {
    task({ title, due, done }: Task) {
      const day = done ? undefined : dueDay(due, zone);
      return day && day <= soon ? { title, due: due as Due, overdue: day < today, day } : undefined;
    },
    note: ({ text, at }: Note) => ({ text: text.slice(0, LINE), at }),
    meeting({ title, startsAt, ...one }: Appointment | CalendarEntry) {
      const isOff = 'status' in one && ['cancelled', 'canceled', 'invalid'].includes(one.status.toLowerCase());
      return !isOff && Date.parse(startsAt) >= now() ? { title, startsAt } : undefined;
    },
  };
}

const sorted = <T>(all: { found: Brief<T>[] }[], by: (value: T) => string, way: 1 | -1): Brief<T>[] =>
  all.flatMap(({ found }) => found).sort((a, b) => (by(a.value) < by(b.value) ? -way : way));

async function listsOf(parts: HomeParts, pair: ChosenPair): Promise<Lists> {
  const account = { clio: pair.clio.account, highlevel: pair.location.account };
  const pick = picks(parts);
  const both = <W, T>(entity: Record<System, Entity>, choose: (record: W) => T | undefined) =>
    Promise.all(sides.map((system) => parts.briefs.of(system, account[system], entity[system], choose)));
  const [tasks, notes, meetings] = await Promise.all([
    both({ clio: 'task', highlevel: 'task' }, pick.task),
    both({ clio: 'note', highlevel: 'note' }, pick.note),
    both({ clio: 'calendar-entry', highlevel: 'appointment' }, pick.meeting),
  ]);
  const names = createNames(parts, pair);
  return {
    tasks: await ofPeople(
      names,
      sorted(tasks, ({ day }) => day, 1),
      TASKS,
    ),
    notes: await ofPeople(
      names,
      sorted(notes, ({ at }) => at, -1),
      NEWEST,
    ),
    appointments: await ofPeople(
      names,
      sorted(meetings, ({ startsAt }) => startsAt, 1),
      NEWEST,
    ),
    partial: [...tasks, ...notes, ...meetings].some((one) => one.partial),
  };
}

/** Tasks, notes and appointments of linked people, from what the store holds of them. */
export async function homeLists(parts: HomeParts, pairs: ChosenPair[]): Promise<Lists> {
  const all = await Promise.all(pairs.map((pair) => listsOf(parts, pair)));
  const instant = (due: Due): string => (due.kind === 'day' ? due.day : due.at);
  const newest = <T>(rows: T[], by: (row: T) => string, way: 1 | -1, most: number): T[] =>
    rows.sort((a, b) => (by(a) < by(b) ? -way : way)).slice(0, most);
  return {
    tasks: newest<HomeTask>(
      all.flatMap(({ tasks }) => tasks),
      ({ due }) => instant(due),
      1,
      TASKS,
    ),
    notes: newest<HomeNote>(
      all.flatMap(({ notes }) => notes),
      ({ at }) => at,
      -1,
      NEWEST,
    ),
    appointments: newest<HomeAppointment>(
      all.flatMap(({ appointments }) => appointments),
      ({ startsAt }) => startsAt,
      1,
      NEWEST,
    ),
    partial: all.some(({ partial }) => partial),
  };
}
