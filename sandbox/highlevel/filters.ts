import type { HlContact } from '../world/types.ts';

export interface Filter {
  field: string;
  operator: string;
  value?: unknown;
}
export interface FilterGroup {
  group: 'AND' | 'OR';
  filters: (Filter | FilterGroup)[];
}

const SAME = ['eq', 'not_eq'];
const PART = ['contains', 'not_contains'];
const THERE = ['exists', 'not_exists'];
const text = [...SAME, ...PART, ...THERE];
const exact = [...SAME, ...THERE];
const date = ['range', ...THERE];

/** Fields and their operators as the vendor's search document lists them (`contains` on e-mail is "not yet supported"). */
export const FILTER_FIELDS: Record<string, string[]> = {
  id: SAME,
  contactName: exact,
  firstNameLowerCase: text,
  lastNameLowerCase: text,
  email: exact,
  phone: text,
  address: text,
  city: text,
  state: exact,
  country: exact,
  postalCode: text,
  companyName: text,
  businessName: text,
  assignedTo: exact,
  source: exact,
  dnd: exact,
  isValidWhatsapp: exact,
  followers: exact,
  tags: exact,
  dateAdded: date,
  dateUpdated: date,
  lastEmailClickedDate: date,
  lastEmailOpenedDate: date,
};

const OPERATORS = [...text, 'range'];
// The page that documents the search says gte/lte/gt/lt; another copy shows from/to. Both are taken until a real account settles it.
const BOUNDS: Record<string, (value: number, bound: number) => boolean> = {
  gte: (value, bound) => value >= bound,
  from: (value, bound) => value >= bound,
  gt: (value, bound) => value > bound,
  lte: (value, bound) => value <= bound,
  to: (value, bound) => value <= bound,
  lt: (value, bound) => value < bound,
};

const isGroup = (node: Filter | FilterGroup): node is FilterGroup => 'group' in node;
const isCustom = (field: string) => /^customFields\.[\w-]+$/.test(field);

/** The 422 messages for a list of filters. */
export function filterProblems(nodes: unknown, at = 'filters'): string[] {
  if (!Array.isArray(nodes)) return [`${at} must be an array`];
  return nodes.flatMap((node, index) => nodeProblems(node, `${at}.${index}`));
}

function nodeProblems(node: unknown, at: string): string[] {
  if (typeof node !== 'object' || node === null) return [`${at} must be an object`];
  const keys = Object.keys(node);
  if ('group' in node) {
    const extra = keys.filter((key) => key !== 'group' && key !== 'filters');
    const unknown = extra.map((key) => `${at}.property ${key} should not exist`);
    const group = node.group === 'AND' || node.group === 'OR' ? [] : [`${at}.group must be one of the following values: AND, OR`];
    return [...unknown, ...group, ...filterProblems((node as FilterGroup).filters, `${at}.filters`)];
  }
  const extra = keys.filter((key) => !['field', 'operator', 'value'].includes(key));
  if (extra.length) return extra.map((key) => `${at}.property ${key} should not exist`);
  return leafProblems(node as Filter, at);
}

function leafProblems({ field, operator, value }: Filter, at: string): string[] {
  if (!OPERATORS.includes(operator)) return [`${at}.operator must be one of the following values: ${OPERATORS.join(', ')}`];
  const allowed = isCustom(String(field)) ? OPERATORS : FILTER_FIELDS[field];
  if (!allowed) return [];
  if (!allowed.includes(operator)) return [`${at}.operator ${operator} is not supported for the field ${field}`];
  if (THERE.includes(operator)) return value === undefined ? [] : [`${at}.value should not exist`];
  if (operator === 'range') return rangeProblems(value, at);
  if (!['string', 'number', 'boolean'].includes(typeof value)) return [`${at}.value must be a string, a number or a boolean`];
  return String(value).length > 75 ? [`${at}.value must be shorter than or equal to 75 characters`] : [];
}

function rangeProblems(value: unknown, at: string): string[] {
  const bounds = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const good = bounds.length > 0 && bounds.every(([name, bound]) => name in BOUNDS && !Number.isNaN(Date.parse(String(bound))));
  return good ? [] : [`${at}.value must be a range of dates`];
}

/** The first field the search does not know. It is answered with its own error, `400 Invalid field …` [quoted in issue 289]. */
export function unknownField(nodes: (Filter | FilterGroup)[]): string | undefined {
  for (const node of nodes) {
    const found = isGroup(node) ? unknownField(node.filters) : knows(node.field) ? undefined : String(node.field);
    if (found !== undefined) return found;
  }
  return undefined;
}

const knows = (field: string) => isCustom(String(field)) || Object.hasOwn(FILTER_FIELDS, field);

/** Does the contact pass every filter? `business` names a business id. */
export function passes(
  contact: HlContact,
  nodes: (Filter | FilterGroup)[],
  business: (id?: string) => string | undefined,
): boolean {
  const test = (node: Filter | FilterGroup): boolean => {
    if (!isGroup(node)) return leaf(fieldOf(contact, node.field, business), node);
    return node.group === 'AND' ? node.filters.every(test) : node.filters.some(test);
  };
  return nodes.every(test);
}

function fieldOf(contact: HlContact, field: string, business: (id?: string) => string | undefined): unknown {
  if (field === 'firstNameLowerCase') return contact.firstName;
  if (field === 'lastNameLowerCase') return contact.lastName;
  if (field === 'contactName') return [contact.firstName, contact.lastName].filter(Boolean).join(' ');
  if (field === 'address') return contact.address1;
  if (field === 'businessName') return business(contact.businessId);
  if (isCustom(field)) return contact.customFields.find((entry) => entry.id === field.slice('customFields.'.length))?.value;
  return (contact as unknown as Record<string, unknown>)[field];
}

function leaf(value: unknown, { operator, value: wanted }: Filter): boolean {
  const list = (Array.isArray(value) ? value : [value]).filter((each) => each !== undefined && each !== null && each !== '');
  if (operator === 'exists') return list.length > 0;
  if (operator === 'not_exists') return list.length === 0;
  if (operator === 'range') return list.some((each) => inRange(Date.parse(String(each)), wanted as Record<string, string>));
  const needle = String(wanted).toLowerCase();
  const same = list.some((each) => String(each).toLowerCase() === needle);
  if (operator === 'eq') return same;
  if (operator === 'not_eq') return !same;
  // "Doesn't support special characters": such a needle finds nothing. A phone's leading + is the case that matters.
  const plain = /^[\p{L}\p{N}\s]+$/u.test(needle);
  const part = plain && list.some((each) => String(each).toLowerCase().includes(needle));
  return operator === 'contains' ? part : !part;
}

const inRange = (value: number, bounds: Record<string, string>) =>
  Object.entries(bounds).every(([name, bound]) => BOUNDS[name]?.(value, Date.parse(bound)));

/** Does some filter look at the phone? */
export function asksForPhone(nodes: (Filter | FilterGroup)[]): boolean {
  return nodes.some((node) => (isGroup(node) ? asksForPhone(node.filters) : node.field === 'phone'));
}
