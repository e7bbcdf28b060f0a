import type { AskKind } from '../../../lib/model/ask.ts';
import type { AsksView, AskView, StuckWrite } from '../../../lib/model/console-sync.ts';
import { type Choice, choicesOf, writeChoices } from './choices.ts';

/** One thing that needs a person: a question, or a write that stopped. */
export interface Item {
  key: string;
  group: Group;
  label: string;
  /** Milliseconds since 1970. */
  at: number;
  ask?: AskView;
  write?: StuckWrite;
  choices: Choice[];
}

export type Group = AskKind | 'stuck';

/** What stops other things comes first. */
const ORDER: readonly Group[] = ['stuck', 'conflict', 'approval', 'match', 'where', 'rule', 'vanished', 'drift', 'duplicate'];

const askItem = (ask: AskView): Item => ({
  key: ask.key,
  group: ask.kind,
  label: ask.body.label,
  at: ask.at,
  ask,
  choices: choicesOf(ask),
});
const writeItem = (write: StuckWrite): Item => ({
  key: `write|${write.id}`,
  group: 'stuck',
  label: write.label,
  at: write.queuedAt,
  write,
  choices: writeChoices(write),
});

/** By group, newest first within; `hidden`: decided just now and not gone yet. */
export function itemsOf(view: AsksView, hidden: ReadonlySet<string>): { group: Group; items: Item[] }[] {
  const all = [...view.writes.map(writeItem), ...view.asks.map(askItem)].filter(({ key }) => !hidden.has(key));
  return ORDER.map((group) => ({ group, items: all.filter((item) => item.group === group).sort((a, b) => b.at - a.at) })).filter(
    ({ items }) => items.length > 0,
  );
}
