import type { Appointment } from '../model/appointment.ts';
import type { HomeAppointment, HomeNote, HomeTask, HomeView } from '../model/console-home.ts';
import { dayOfInstant } from '../model/days.ts';
import { dueDay } from '../model/due.ts';
import type { Note } from '../model/note.ts';
import type { System } from '../model/subject.ts';
import type { Due, Task } from '../model/task.ts';
import type { Listed, Stretch } from '../store/read-lanes.ts';
import type { ChosenPair } from './console-parts.ts';
import type { HomeParts } from './home-parts.ts';
import { namesOf } from './link-names.ts';

const DAY = 24 * 60 * 60 * 1000;
const TASKS = 50;
const NEWEST = 20;
/** A note on a list is a line or two. */
const LINE = 280;
/** Beyond every time. */
const END = '\uffff';

type Lists = Pick<HomeView, 'tasks' | 'notes' | 'appointments'>;
const SIDES: System[] = ['clio', 'highlevel'];

const byTime = (a: { when: string }, b: { when: string }): number => (a.when < b.when ? -1 : Number(a.when > b.when));

/** The first of both systems and all pairs together. */
function createListing({ lanes }: HomeParts, pairs: ChosenPair[]) {
  return async <T>(stretch: Stretch, way: 'next' | 'prev', most: number): Promise<Listed<T>[]> => {
    const all = pairs.flatMap(({ clio, location }) =>
      SIDES.map((system) => lanes.listed<T>({ clio: clio.account, highlevel: location.account }, system, stretch, way, most)),
    );
    const sorted = (await Promise.all(all)).flat().sort(byTime);
    return (way === 'next' ? sorted : sorted.reverse()).slice(0, most);
  };
}

/** Tasks, notes and appointments of linked people: the few that are shown, by the indexes on time. */
export async function homeLists(parts: HomeParts, pairs: ChosenPair[]): Promise<Lists> {
  const { now, timeZone } = parts;
  const zone = timeZone();
  const at = now();
  const dayAt = (time: number) => dayOfInstant(time, zone) ?? '';
  const [today, soon] = [dayAt(at), dayAt(at + 7 * DAY)];
  const listed = createListing(parts, pairs);
  const [tasks, notes, meetings] = await Promise.all([
    // A zone's day ends up to a day before or after that of the index.
    listed<Task>({ lane: 'task', from: '', to: dayAt(at + 9 * DAY) }, 'next', TASKS),
    listed<Note>({ lane: 'note', from: '', to: END }, 'prev', NEWEST),
    listed<Appointment>({ lane: 'meeting', from: new Date(at).toISOString(), to: END }, 'next', NEWEST),
  ]);
  const people = await namesOf(
    parts,
    [...tasks, ...notes, ...meetings].map(({ link }) => link),
  );
  const of = ({ link, system, id }: Listed<unknown>) => ({
    link,
    system,
    id,
    person: people[link] ?? link.split('|')[1] ?? link,
  });
  return {
    tasks: tasks.flatMap((one): HomeTask | [] => {
      const { title, due } = one.record;
      const day = dueDay(due, zone) ?? '';
      return day <= soon ? { ...of(one), title, due: due as Due, overdue: day < today } : [];
    }),
    notes: notes.map((one): HomeNote => ({ ...of(one), text: one.record.text.slice(0, LINE), at: one.when })),
    appointments: meetings.map(
      (one): HomeAppointment => ({ ...of(one), title: one.record.title, startsAt: one.record.startsAt }),
    ),
  };
}
