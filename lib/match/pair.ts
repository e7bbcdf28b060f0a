import { dueDay } from '../model/due.ts';
import type { Note } from '../model/note.ts';
import type { NoteItem, TaskItem, TaskSide } from '../model/panel.ts';
import type { Task } from '../model/task.ts';
import { byDue, isOverdue } from './due.ts';
import { tidy } from './normalize.ts';
import { type Pair, type PairInput, pairUp, settledState } from './pairing.ts';

export interface TaskPairInput extends PairInput<Task> {
  /** IANA zone of the user: in it HighLevel's instants become days. */
  timeZone: string;
  /** IANA zone of the location, in which a Clio day was turned into an instant: in it two due dates are compared. */
  dueZone: string;
  /** Milliseconds since 1970. */
  now: number;
  /** Looks privileged. */
  held?: (task: Task) => boolean;
}

/** Clio's and HighLevel's tasks as one list: open first by due date, done after. */
export function pairTasks(input: TaskPairInput): TaskItem[] {
  const key = (task: Task) => (wordsOf(task.title) ? `${wordsOf(task.title)}|${dueDay(task.due, input.dueZone) ?? ''}` : '');
  return pairUp(input, (task) => [key(task)], key)
    .map((pair) => taskItem(pair, input))
    .sort(byDue(input.timeZone));
}

const wordsOf = (text: string | undefined) => tidy(text).toLowerCase();

const taskItem = (pair: Pair<Task>, { pending, timeZone, dueZone, now, held }: TaskPairInput): TaskItem => {
  const { clio, highlevel } = pair;
  const differs = clio && highlevel ? differencesOf(clio, highlevel, dueZone) : [];
  const done = (highlevel ?? clio)!.done;
  // Clio's day says the same as HighLevel's instant of that day, without an hour that nobody chose.
  const due = differs.includes('due') ? highlevel?.due : (clio?.due ?? highlevel?.due);
  const waiting = pending.get(clio?.id ?? '') ?? pending.get(highlevel?.id ?? '');
  return {
    key: clio ? `clio:${clio.id}` : `highlevel:${highlevel!.id}`,
    ...(clio ? { clio: sideOf(clio) } : {}),
    ...(highlevel ? { highlevel: sideOf(highlevel) } : {}),
    state: waiting ?? settledState(pair, differs.length === 0, () => clio?.private === true || held?.(clio as Task) === true),
    done,
    ...(due ? { due } : {}),
    overdue: !done && isOverdue(due, now, timeZone),
    ...(differs.length > 0 ? { differs } : {}),
  };
};

const differencesOf = (clio: Task, highlevel: Task, dueZone: string): NonNullable<TaskItem['differs']> => {
  const differs: NonNullable<TaskItem['differs']> = [];
  if (wordsOf(clio.title) !== wordsOf(highlevel.title)) differs.push('title');
  // HighLevel can't store a task without a due date: one that Clio has not is the push's own, no difference.
  if (clio.due && dueDay(clio.due, dueZone) !== dueDay(highlevel.due, dueZone)) differs.push('due');
  if (clio.done !== highlevel.done) differs.push('done');
  return differs;
};

const sideOf = (task: Task): TaskSide => ({
  id: task.id,
  title: task.title,
  body: task.body,
  due: task.due,
  done: task.done,
  who: task.assigneeName,
  matter: task.matter?.label,
  private: task.private,
});

export interface NotePairInput extends PairInput<Note> {
  /** How a pushed Clio note reads in HighLevel; by default its text, under its title when it has one. */
  wording?: (note: Note) => string;
  /** Looks privileged. */
  held?: (note: Note) => boolean;
}

const plainWording = (note: Note) => (note.title ? `${note.title}\n\n${note.text}` : note.text);

/** Clio's and HighLevel's notes as one list, newest first. */
export function pairNotes(input: NotePairInput): NoteItem[] {
  const wording = input.wording ?? plainWording;
  const clioKeys = (note: Note) => [note.text, plainWording(note), wording(note)].map(wordsOf);
  // HighLevel's notes may carry a title of their own; the text is what is compared.
  const highlevelKey = (note: Note) => wordsOf(note.text);
  return pairUp(input, clioKeys, highlevelKey)
    .map((pair) =>
      noteItem(pair, input, pair.clio && pair.highlevel ? clioKeys(pair.clio).includes(highlevelKey(pair.highlevel)) : false),
    )
    .sort((a, b) => instant(b.at) - instant(a.at) || (a.key < b.key ? -1 : 1));
}

/** A day without a time counts as its beginning; an unreadable one comes last. */
const instant = (at: string): number => Date.parse(at) || 0;

const noteItem = (pair: Pair<Note>, { pending, held }: NotePairInput, equal: boolean): NoteItem => {
  const { clio, highlevel } = pair;
  const shown = (clio ?? highlevel)!;
  return {
    key: `${shown.system}:${shown.id}`,
    title: shown.title,
    text: shown.text,
    at: shown.at,
    who: clio?.authorName ?? highlevel?.authorName,
    from: clio && highlevel ? 'both' : shown.system,
    clioId: clio?.id,
    highlevelId: highlevel?.id,
    matter: clio?.matter?.label,
    state:
      pending.get(clio?.id ?? '') ??
      pending.get(highlevel?.id ?? '') ??
      settledState(pair, equal, () => clio?.matter !== undefined || held?.(clio as Note) === true),
  };
};
