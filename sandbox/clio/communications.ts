import type { ClioCommunication, ClioParty, ClioProperty } from '../world/types.ts';
import type { ApiRoute } from './api-route.ts';
import { type BodyRules, type Data, date, flag, int, list, must, ref, refId, text, time } from './body.ts';
import { after, boolIs, common, contains, idIs, wordIs } from './list.ts';
import { unprocessable } from './refusal.ts';
import { known, newRow, resource, told } from './resource.ts';
import { nextId } from './state.ts';
import type { View } from './view.ts';

const TYPES = ['EmailCommunication', 'PhoneCommunication'];
const party = list({ id: int, type: text(['User', 'Contact']), _deleted: flag });
const property: BodyRules = { name: text(), value: text() };
const own: BodyRules = {
  ...{
    body: text(),
    date,
    received_at: time,
    subject: text(),
    type: text(TYPES),
    matter: ref(),
    senders: party,
    receivers: party,
  },
  external_properties: list({ ...property, id: int, _destroy: flag }),
};
const CREATE: BodyRules = {
  ...{ ...own, body: must(text()), subject: must(text()), type: must(text(TYPES)), external_properties: list(property) },
};

/** People in a role: named ones are added, with `_deleted` they go, the others stay. */
export function merge(old: ClioParty[], asked: unknown, view: View): ClioParty[] {
  let all = [...old];
  for (const { id, type = 'Contact', _deleted } of (asked ?? []) as (ClioParty & { _deleted?: boolean })[]) {
    known<{ id: number }>(type === 'User' ? view.rows.users : view.rows.contacts, id, type);
    all = all.filter((each) => each.id !== id || each.type !== type);
    if (!_deleted) all.push({ id, type });
  }
  return all;
}

/** An app's own notes on a record, e.g. the id of its twin elsewhere. */
export function mergeProperties(old: ClioProperty[], asked: unknown, view: View): ClioProperty[] {
  let all = old.map((each) => ({ ...each }));
  for (const { id, name, value, _destroy } of (asked ?? []) as Partial<ClioProperty & { _destroy: boolean }>[]) {
    const found = id === undefined ? undefined : known(all, id, 'ExternalProperty');
    if (_destroy) all = all.filter((each) => each !== found);
    else if (found) Object.assign(found, told({ name, value }, 'name', 'value'));
    else if (!name) throw unprocessable("Name can't be blank");
    else all.push({ id: nextId(view.state), name, value: value ?? '' });
  }
  return all;
}

function lay(row: ClioCommunication, data: Data, view: View): ClioCommunication {
  const matter = refId(data.matter);
  if (matter) known(view.rows.matters, matter, 'Matter');
  const next = {
    ...{ ...row, ...told(data, 'subject', 'body', 'type', 'date', 'received_at') },
    ...(matter === undefined ? {} : { matter_id: matter }),
    senders: merge(row.senders, data.senders, view),
    receivers: merge(row.receivers, data.receivers, view),
    external_properties: mergeProperties(row.external_properties, data.external_properties, view),
  };
  if (!next.subject?.trim()) throw unprocessable("Subject can't be blank");
  return { ...next, date: next.date.slice(0, 10) };
}

/** The caller logs it; without a date it happened now. */
function make(data: Data, view: View): ClioCommunication {
  const row = newRow(view);
  const at = String(data.received_at ?? row.created_at);
  return {
    ...{ ...row, type: 'PhoneCommunication', subject: '', body: '', date: at.slice(0, 10), received_at: at, matter_id: null },
    ...{ user_id: view.user.id, senders: [], receivers: [], external_properties: [] },
  };
}

const people = (row: ClioCommunication) => [...row.senders, ...row.receivers];
const has = (row: ClioCommunication, type: string, id: string) =>
  people(row).some((each) => each.type === type && each.id === Number(id));

/** Phone and e-mail logs. There is no type for texts. */
export const communicationRoutes: ApiRoute[] = resource<ClioCommunication>({
  ...{ id: 'clio.communications', kind: 'Communication', areas: ['communications'], table: 'communications' },
  ...{ get: true, create: CREATE, update: own, make, lay, gone: true },
  list: {
    orders: { date: (row) => row.date, received_at: (row) => row.received_at, matter: (row) => row.matter_id },
    params: {
      ...common<ClioCommunication>(),
      contact_id: { type: 'id', test: (row, value) => has(row, 'Contact', value) },
      user_id: { type: 'id', test: (row, value) => row.user_id === Number(value) || has(row, 'User', value) },
      matter_id: idIs((row) => row.matter_id),
      type: wordIs(TYPES, (row) => row.type),
      date: { type: 'date', test: (row, value) => row.date === value },
      received_at: { type: 'time', test: (row, value) => Date.parse(row.received_at) === Date.parse(value) },
      received_since: after((row) => row.received_at),
      received_before: { type: 'time', test: (row, value) => Date.parse(row.received_at) < Date.parse(value) },
      having_time_entries: boolIs(() => false),
      external_property_name: { type: 'text', test: (row, value) => row.external_properties.some(({ name }) => name === value) },
      external_property_value: { type: 'text', test: (row, sent) => row.external_properties.some(({ value }) => value === sent) },
      query: contains((row) => [row.subject, row.body]),
    },
  },
});
