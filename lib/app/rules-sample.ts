import { AppError } from '../model/errors.ts';
import type { Link } from '../model/link.ts';
import type { TemplateView } from '../model/rules-view.ts';
import type { System } from '../model/subject.ts';
import type { Program } from '../rules/compile.ts';
import { recordKey } from '../store/rows.ts';
import { chosenPairs } from './console-parts.ts';
import type { RulesParts } from './rules-parts.ts';
import type { Event } from './rules-scene.ts';

const idOf = (record: unknown): string => (record as { id?: string } | undefined)?.id ?? '';

/** A store with nothing in it but the sample's people: the same planning as ever, and nobody's data. */
function sampleStore(
  parts: RulesParts,
  { clio, highlevel }: TemplateView['sample'],
  account: Record<System, string>,
  of: System,
): RulesParts {
  const records = { clio, highlevel };
  const known = new Map(
    (['clio', 'highlevel'] as const).map((system) => [
      recordKey(system, account[system], 'contact', idOf(records[system])),
      records[system],
    ]),
  );
  const ids = { clioId: idOf(clio), highlevelId: idOf(highlevel) };
  const accounts = { clioAccount: account.clio, locationId: account.highlevel };
  const link: Link = { key: 'sample', ...accounts, ...ids, by: 'person', reasons: [], at: 0, base: {} };
  const links = async () => (clio && highlevel ? [link] : []);
  return {
    ...parts,
    reader: {
      ...parts.reader,
      record: async <T>(key: string) => known.get(key) as T,
      list: async () => [],
      linksOfHighLevel: links,
      known: async () => undefined,
    },
    syncReader: {
      ...parts.syncReader,
      linksOfClio: links,
      ask: async () => undefined,
      pair: async () => undefined,
      pairsOfHighLevel: async () => [],
      // The sample stands beside somebody like it, and is nobody on the other side.
      peopleLike: async (system) => (system === of ? [{ id: '' }] : []) as never,
    },
  };
}

/** What a ready rule would do with its own sample, in the accounts that are connected. */
export async function sampleOf(
  parts: RulesParts,
  { trigger }: Program,
  sample: TemplateView['sample'],
): Promise<{ parts: RulesParts; event: Event; backfill: true }> {
  const [pair] = await chosenPairs(parts);
  if (!pair) throw new AppError('not-connected');
  const account = { clio: pair.clio.account, highlevel: pair.location.account };
  const system = trigger.system as System;
  const { before, after } = sample;
  const entity = trigger.when?.entity ?? 'contact';
  const event = { system, account: account[system], entity, id: idOf(after ?? before), before, after, at: parts.now() };
  return { parts: sampleStore(parts, sample, account, system), event, backfill: true };
}
