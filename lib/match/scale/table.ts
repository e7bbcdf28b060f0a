import { type Person, TEXTS, type Text } from './person.ts';
import { soundOf } from './sound.ts';

/** Every distinct text of both files by number; 0 is the blank one. Shared by all columns. */
export interface Vocabulary {
  words: string[];
  /** Index in `words`. */
  numberOf(word: string): number;
  /** The sound of a word, worked out once. */
  soundOf(index: number): string;
}

export function createVocabulary(): Vocabulary {
  const [words, sounds] = [[''], [''] as (string | undefined)[]];
  const known = new Map([['', 0]]);
  return {
    words,
    numberOf(word) {
      const found = known.get(word);
      if (found !== undefined) return found;
      known.set(word, words.length);
      return words.push(word) - 1;
    },
    soundOf(index) {
      sounds[index] ??= soundOf(words[index]!);
      return sounds[index];
    },
  };
}

/** One file in columns of word numbers. */
export type Table = Record<Text, Int32Array> & { size: number; ids: string[]; suffixes: string[]; days: Int32Array };

export function tableOf(people: Person[], vocabulary: Vocabulary): Table {
  const column = (text: Text) =>
    Int32Array.from(people, (person) => vocabulary.numberOf(text === 'birthday' ? String(person.birthday || '') : person[text]));
  return {
    ...(Object.fromEntries(TEXTS.map((text) => [text, column(text)])) as Record<Text, Int32Array>),
    size: people.length,
    ids: people.map((person) => person.id),
    suffixes: people.map((person) => person.suffix),
    days: Int32Array.from(people, (person) => person.birthday),
  };
}
