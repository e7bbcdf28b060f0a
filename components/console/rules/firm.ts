import { createContext } from 'preact';
import { useContext, useRef } from 'preact/hooks';
import { operationOf } from '../../../lib/catalog/operations/index.ts';
import type { CustomFieldView, SyncPairView } from '../../../lib/model/console-sync.ts';
import type { System } from '../../../lib/model/subject.ts';
import { type FactKind, kindOfFact, OPERATORS, type Operator } from '../../../lib/rules/operators.ts';
import { useQuery } from '../../use-query.ts';
import { entityOfTrigger, type NameGroup, namesFor } from './names.ts';
import { factLabel } from './words.ts';

type CustomFields = Record<System, CustomFieldView[]>;
interface Firm extends CustomFields {
  /** Of users, calendars and custom fields: `clio user 7` -> Priya Nair. */
  names: ReadonlyMap<string, string>;
}
const NONE: Firm = { clio: [], highlevel: [], names: new Map() };

/** The firm's own fields of contacts, and who and what its ids stand for: for whatever of a rule speaks of values. */
export const FirmContext = createContext<Firm>(NONE);

const KNOWN = { user: 'users', calendar: 'calendars', 'custom-field': 'customFields' } as const satisfies Record<
  string,
  keyof SyncPairView
>;

function namesIn(pairs: SyncPairView[]): Firm['names'] {
  const rows = Object.entries(KNOWN).flatMap(([entity, list]) =>
    (['clio', 'highlevel'] as const).flatMap((system) =>
      pairs.flatMap((pair) => pair[list][system].map(({ id, name }) => [`${system} ${entity} ${id}`, name] as const)),
    ),
  );
  return new Map(rows);
}

/** As they were read of all pairs; asked for until there are some. */
export function useFirm(): Firm {
  const isRead = useRef(false);
  const { value } = useQuery('sync.view', {}, ({ signal }) => signal === 'store.changed' && !isRead.current);
  isRead.current = value?.pairs.some(hasAny) ?? false;
  const of = (system: System) => {
    const all = (value?.pairs ?? []).flatMap(({ customFields }) => customFields[system]);
    return [...new Map(all.map((one) => [one.id, one])).values()];
  };
  return value ? { clio: of('clio'), highlevel: of('highlevel'), names: namesIn(value.pairs) } : NONE;
}

const hasAny = ({ customFields }: { customFields: CustomFields }): boolean =>
  customFields.clio.length + customFields.highlevel.length > 0;

const PREFIX = 'customFields.';
const names = (fields: CustomFieldView[]): string[] => fields.map(({ id }) => `${PREFIX}${id}`);

/** What can be picked for a rule with this trigger, the firm's own fields with it. */
export function useNames(trigger: string, made?: readonly string[]): NameGroup[] {
  const { clio, highlevel } = useContext(FirmContext);
  const isContact = entityOfTrigger(trigger) === 'contact';
  const own = !isContact ? [] : operationOf(trigger)?.system === 'highlevel' ? highlevel : clio;
  const more: Record<string, CustomFieldView[]> = { record: own, before: own, clio, highlevel };
  return namesFor(trigger, made).map(({ group, names: known }) => ({ group, names: [...known, ...names(more[group] ?? [])] }));
}

/** What an id in a field of an operation stands for, where it was read. */
export function useNameOf(system: string, entity: string): (id: string) => string | undefined {
  const { names } = useContext(FirmContext);
  return (id) => names.get(`${system} ${entity} ${id}`);
}

/** The field behind `record.customFields.7` or `customFields.7`. */
const fieldOf = ({ clio, highlevel }: CustomFields, fact: string): CustomFieldView | undefined => {
  const id = fact.split(PREFIX)[1];
  return id === undefined ? undefined : [...clio, ...highlevel].find((one) => one.id === id);
};

/** What the firm calls its field, and what everybody calls the others. */
export function useFactLabel(): (name: string) => string {
  const all = useContext(FirmContext);
  return (name) => fieldOf(all, name)?.name ?? factLabel(name);
}

/** Clio's own words for fields that hold days and numbers [official spec]; HighLevel's dates come in more than one shape. */
const KINDS: Record<string, FactKind> = { date: 'time', numeric: 'number', currency: 'number' };
/** A value of a list is this one, another, or none. */
const OF_LIST = ['is', 'is-not', 'is-blank', 'is-filled'];

export interface FactShape {
  kind: FactKind;
  operators: Operator[];
  options?: CustomFieldView['options'];
}

/** How a value is compared, and what it is chosen from. */
export function useShapes(): (fact: string) => FactShape {
  const all = useContext(FirmContext);
  return (fact) => {
    const field = fieldOf(all, fact);
    const { options } = field ?? {};
    const kind = KINDS[field?.type ?? ''] ?? kindOfFact(fact);
    const fit = OPERATORS.filter(({ id, kinds }) => kinds.includes(kind) && (!options?.length || OF_LIST.includes(id)));
    return { kind, operators: fit, ...(options?.length && { options }) };
  };
}
