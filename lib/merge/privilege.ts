import { fold } from '../model/fold.ts';
import type { System } from '../model/subject.ts';

/**
 * Whole words, in any case, with or without accents, and whether written `work-product`, `work product` or `workproduct`. A firm may
 * change the list. It asks rather too often: a question costs a click, a pushed advice may cost the privilege.
 */
// biome-ignore format: one line a family reads better
export const PRIVILEGED_WORDS: readonly string[] = [
  'privileged', 'privilege', 'privileged and confidential', 'common interest', 'joint defense', 'joint defence',
  'attorney-client', 'attorney client communication', 'solicitor-client', 'lawyer-client', 'solicitor', 'solicitors', 'counsel only', 'attorneys eyes only',
  'work product', 'prepared in anticipation of litigation', 'in contemplation of litigation', 'mental impressions',
  'legal advice', 'advice of counsel', 'litigation strategy', 'case strategy', 'settlement strategy', 'settlement authority',
  'without prejudice', 'confidential settlement', 'settlement communication', 'mediation privileged', 'rule 408', 'under seal', 'protective order',
  'secret professionnel', 'avis juridique', 'sous toutes réserves', 'privilégié', 'secreto profesional', 'privilegiado',
];

export interface GuardedItem {
  /** Where the item is from. Only what leaves Clio is guarded: HighLevel's own texts are there already. */
  system: System;
  entity: 'note' | 'task' | 'appointment';
  title?: string;
  text?: string;
  matter?: { id: string };
  /** Clio's permission of a task; undefined where it wasn't told. */
  private?: boolean;
  /** What a person read and allowed; another text needs another yes. */
  approved?: { title?: string; text?: string };
}

export interface GuardSettings {
  /** Left out: PRIVILEGED_WORDS. */
  words?: readonly string[];
  /** By matter id; what isn't named is blocked. */
  matters: Readonly<Record<string, { notes?: boolean; privateTasks?: boolean } | undefined>>;
}

export type GuardReason =
  | { code: 'matter-note'; matter: string }
  | { code: 'private-task'; matter?: string }
  /** Clio didn't say whether the task is private. */
  | { code: 'permission-unknown' }
  | { code: 'privileged-words'; words: string[] };

export interface Guarded {
  /** `hold`: blocked until allowed for the matter. `ask`: waits for a person's yes to this text. */
  verdict: 'allow' | 'hold' | 'ask';
  reasons: GuardReason[];
}

/** Key of the words for a reason. */
export const guardKey = (code: GuardReason['code']): string => `merge.guard.${code.replaceAll('-', '_')}`;

/** May this item go to HighLevel? */
export function guard(item: GuardedItem, settings: GuardSettings): Guarded {
  if (item.system !== 'clio') return { verdict: 'allow', reasons: [] };
  const blocked = blocks(item, settings);
  const asked = isApproved(item) ? [] : questions(item, settings);
  return { verdict: blocked.length ? 'hold' : asked.length ? 'ask' : 'allow', reasons: [...blocked, ...asked] };
}

function blocks({ entity, matter, private: hidden }: GuardedItem, { matters }: GuardSettings): GuardReason[] {
  const allowed = matter && matters[matter.id];
  if (entity === 'note' && matter && allowed?.notes !== true) return [{ code: 'matter-note', matter: matter.id }];
  if (entity === 'task' && hidden === true && allowed?.privateTasks !== true) {
    return [{ code: 'private-task', ...(matter ? { matter: matter.id } : {}) }];
  }
  return [];
}

function questions(item: GuardedItem, { words }: GuardSettings): GuardReason[] {
  const found = privilegedWords([item.title, item.text].filter(Boolean).join('\n'), words);
  return [
    ...(item.entity === 'task' && item.private === undefined ? [{ code: 'permission-unknown' } as const] : []),
    ...(found.length ? [{ code: 'privileged-words', words: found } as const] : []),
  ];
}

/** The words of the list that stand in a text, as the list spells them, each once. */
export function privilegedWords(text: string, words: readonly string[] = PRIVILEGED_WORDS): string[] {
  // Once more with full stops as spaces: `J.P.` is one word, `privileged.Then` is two.
  const plain = ` ${flat(text)} | ${flat(text.replaceAll('.', ' '))} `;
  const seen = new Set<string>();
  return words.filter((word) => {
    const key = flat(word);
    if (!key || seen.has(key)) return false;
    seen.add(key);
    return plain.includes(` ${key} `) || (key.includes(' ') && joined(key).test(plain));
  });
}

/** `attorney client` also as `attorneyclient`, with one, some or no spaces. A folded word holds letters, digits and spaces only. */
const joined = (key: string) => new RegExp(`(?<= )${key.replaceAll(' ', ' ?')}(?= )`, 'u');

/** Soft hyphens and other characters without a shape would cut a word in two. */
const flat = (text: string) => fold(text.replace(/\p{Cf}/gu, ''));

const isApproved = ({ approved, title, text }: GuardedItem) =>
  approved !== undefined && flatBoth(approved.title, approved.text) === flatBoth(title, text);
const flatBoth = (title = '', text = '') => `${flat(title)}\n${flat(text)}`;
