import { dayOfInstant, isDay } from '../model/days.ts';
import type { Note } from '../model/note.ts';
import { comparable } from './compare.ts';
import type { Values } from './field.ts';
import { type FieldSpec, field, fitting, type Mapped, type Read } from './mapping.ts';

/** Lengths are beliefs: a common column width; a common text column, less some room for markup. */
const TITLE = { max: 255 };
const BODY = { max: 60_000 };

/**
 * The fields of a note. Texts are plain on both sides (lib/<system>/convert makes them so), so a rich note keeps its markup until its
 * words change. The date is written once, when a Clio note is made: HighLevel's cannot be set, and Clio's is a day.
 */
export const NOTE_TABLE: readonly FieldSpec[] = [
  field('title', 'text', { label: 'merge.note.title', limits: { clio: TITLE, highlevel: TITLE } }),
  field('body', 'block', { label: 'merge.note.body', limits: { clio: BODY, highlevel: BODY } }),
  field('date', 'date', {
    label: 'merge.note.date',
    directions: ['off', 'to-clio'],
    suggested: 'to-clio',
    createOnly: 'clio',
    limits: { clio: { fits: isDay } },
  }),
];

export const readNote = (note: Note, zone: string): Read => ({
  values: {
    title: note.title,
    body: note.text,
    date: isDay(note.at) ? note.at : dayOfInstant(note.at, zone),
  },
  warnings: [],
});

export interface NoteWrite {
  title?: string;
  text?: string;
  /** YYYY-MM-DD, Clio only. */
  date?: string;
}

/** Values -> HighLevel; without `current` the note is being made, which needs a text. */
export const toHighLevelNote = (values: Values, current?: Note): Mapped<NoteWrite> =>
  toNote(fitting(NOTE_TABLE.slice(0, 2), 'highlevel', values), current);

/** Values -> Clio; the date goes along only when the note is being made. */
export const toClioNote = (values: Values, current?: Note): Mapped<NoteWrite> =>
  toNote(fitting(current ? NOTE_TABLE.slice(0, 2) : NOTE_TABLE, 'clio', values), current);

function toNote({ values, warnings }: Read, current: Note | undefined): Mapped<NoteWrite> {
  const { title, body, date } = values;
  const lacking = !current && body === undefined && !warnings.some((one) => one.field === 'body');
  return {
    value: {
      ...(title === undefined ? {} : { title }),
      ...(body === undefined ? {} : { text: body }),
      ...(date === undefined ? {} : { date }),
    },
    warnings: lacking ? [...warnings, { field: 'body', code: 'required' }] : warnings,
  };
}

/**
 * What a note says, in one form. Our own notes carry **no mark**. Neither API has a place for one, a visible line is junk in a client's
 * file, and characters without a shape are lost in both editors, travel on with whoever copies the text, and look like tampering in a
 * document that may be disclosed. So a note is ours because its id is linked; and one whose id never reached us (a lost answer) because
 * it says exactly what we sent to that very contact.
 */
export const noteText = (note: { title?: string; text: string }): string =>
  `${comparable('text', note.title)}\n${comparable('block', note.text)}`;

export interface OwnNotes {
  /** Ids of notes of this system that are linked already. */
  linked: ReadonlySet<string>;
  /** `noteText` of what we sent to this contact on this system and never had an id for. */
  sent: ReadonlySet<string>;
}

/** `adopt`: ours although its id is new; link it, don't copy it back. */
export const originOf = (note: Note, own: OwnNotes): 'linked' | 'adopt' | 'theirs' =>
  own.linked.has(note.id) ? 'linked' : own.sent.has(noteText(note)) ? 'adopt' : 'theirs';
