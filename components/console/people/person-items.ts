import type { PersonPageView } from '../../../lib/model/console-sync.ts';
import type { System } from '../../../lib/model/subject.ts';
import type { ChildEntity } from '../../../lib/model/sync.ts';
import type { Task } from '../../../lib/model/task.ts';

/** One side of a row. */
export interface Half {
  id: string;
  title: string;
  text?: string;
  /** When: a due date, the day of a note, the start of an appointment. */
  due?: Task['due'];
  start?: string;
  end?: string;
  who?: string;
  matter?: string;
  status?: string;
  done?: boolean;
  /** Private, or of a matter: asked about before it is pushed. */
  held?: boolean;
}
/** What stands in Clio beside what stands in HighLevel. `pair`: they are kept as one. */
export interface Both {
  key: string;
  pair?: string;
  clio?: Half;
  highlevel?: Half;
}

type Halves = Record<System, Half[]>;

function besides({ pairs }: PersonPageView, entity: ChildEntity, { clio, highlevel }: Halves): Both[] {
  const ofEntity = pairs.filter((pair) => pair.entity === entity);
  const byClio = new Map(ofEntity.map((pair) => [pair.clioId, pair]));
  const theirs = new Map(highlevel.map((half) => [half.id, half]));
  const rows = clio.map((half): Both => {
    const pair = byClio.get(half.id);
    const twin = pair && theirs.get(pair.highlevelId);
    if (twin) theirs.delete(twin.id);
    return { key: `c${half.id}`, clio: half, ...(twin ? { highlevel: twin, pair: pair.key } : {}) };
  });
  return [...rows, ...[...theirs.values()].map((half): Both => ({ key: `h${half.id}`, highlevel: half }))];
}

const whenOf = ({ due, start }: Half): string => (due ? (due.kind === 'day' ? due.day : due.at) : (start ?? '9'));
const halfOf = ({ clio, highlevel }: Both): Half => (clio ?? highlevel) as Half;
const isDone = (row: Both): boolean => row.clio?.done ?? row.highlevel?.done ?? false;

const taskHalf = ({ id, title, body, due, done, assigneeName, matter, private: hidden }: Task): Half => ({
  id,
  title,
  text: body,
  due,
  done,
  who: assigneeName,
  matter: matter?.label,
  held: hidden,
});

/** Open ones first, by their due date. */
export function taskRows(view: PersonPageView): Both[] {
  const { clio, highlevel } = view.tasks;
  return besides(view, 'task', { clio: clio.map(taskHalf), highlevel: highlevel.map(taskHalf) }).sort(
    (a, b) => Number(isDone(a)) - Number(isDone(b)) || whenOf(halfOf(a)).localeCompare(whenOf(halfOf(b))),
  );
}

/** Newest first. */
export function noteRows(view: PersonPageView): Both[] {
  const half = ({ id, title, text, at, authorName, matter }: PersonPageView['notes']['clio'][number]): Half => {
    const [first = '', ...rest] = text.split('\n');
    const own = title ? { title, text } : { title: first, text: rest.join('\n').trim() || undefined };
    return { id, ...own, start: at, who: authorName, matter: matter?.label, held: matter !== undefined };
  };
  const { clio, highlevel } = view.notes;
  return besides(view, 'note', { clio: clio.map(half), highlevel: highlevel.map(half) }).sort((a, b) =>
    whenOf(halfOf(b)).localeCompare(whenOf(halfOf(a))),
  );
}

/** The latest first. */
export function appointmentRows(view: PersonPageView): Both[] {
  const { clio, highlevel } = view.appointments;
  const halves: Halves = {
    clio: clio.map(({ id, title, startsAt, endsAt, matter }) => ({
      id,
      title,
      start: startsAt,
      end: endsAt,
      matter: matter?.label,
    })),
    highlevel: highlevel.map(({ id, title, startsAt, endsAt, status }) => ({ id, title, start: startsAt, end: endsAt, status })),
  };
  return besides(view, 'appointment', halves).sort((a, b) => whenOf(halfOf(b)).localeCompare(whenOf(halfOf(a))));
}
