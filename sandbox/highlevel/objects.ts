import type { HlObject, HlRecord } from '../world/types.ts';
import { assertUser } from './contact-input.ts';
import { refuse } from './errors.ts';
import { drop, dto, given, mentions, ofLocation, put, routesOf, rowOf } from './resource.ts';
import { type HlCall, type HlRoute, page } from './route.ts';

const objectView = (row: HlObject) => ({ ...row, standard: false, type: 'USER_DEFINED' });
const fullKey = (key = '') => (key.startsWith('custom_objects.') ? key : `custom_objects.${key}`);

/** The object that the path names, `custom_objects.` left out or not; keys belong to a location. */
function objectOf(call: HlCall, key: string | undefined, locationId = call.token.locationId): HlObject {
  const found = call.state.rows.objects.find((row) => row.key === fullKey(key) && row.locationId === locationId);
  return found ?? refuse(400, `Object with key ${key} not found`);
}

function createObject(call: HlCall) {
  const asked = call.body as Pick<HlObject, 'labels' | 'key' | 'locationId'> & {
    description?: string;
    primaryDisplayPropertyDetails: { key: string };
  };
  const { objects } = call.state.rows;
  const key = fullKey(asked.key);
  if (objects.some((row) => row.key === key && row.locationId === asked.locationId)) refuse(400, `Object ${key} already exists`);
  const now = call.state.now();
  const { labels, locationId, description = '' } = asked;
  const primaryDisplayProperty = asked.primaryDisplayPropertyDetails.key;
  const times = { dateAdded: now, dateUpdated: now };
  const row = { id: call.state.newId(), locationId, key, labels, description, primaryDisplayProperty, ...times };
  return { object: objectView(put(objects, row)) };
}

/** IRecordSchema; `properties` is "string" in the spec and an object in its own example, which counts. */
const recordView = ({ id, owner, followers, properties, createdAt, updatedAt }: HlRecord) => ({
  ...{ id, owner, followers, properties, dateAdded: createdAt, dateUpdated: updatedAt },
});

function recordOf(call: HlCall): HlRecord {
  const { key } = objectOf(call, call.params.schemaKey);
  const row = rowOf(call, call.state.rows.records, call.params.id, 'Record');
  return row.objectKey === key ? row : refuse(400, 'Record not found');
}

/** The spec leaves the bodies of records open; these names are the vendor's own example requests (belief). */
interface Input {
  locationId: string;
  properties: Record<string, unknown>;
  owner?: string[];
  followers?: string[];
}

function lay(call: HlCall, old: HlRecord): HlRecord {
  const input = call.body as Input;
  for (const id of [...(input.owner ?? []), ...(input.followers ?? [])]) assertUser(call.state, old.locationId, id);
  if ((input.owner?.length ?? 0) > 1) refuse(422, ['owner must contain no more than 1 elements']);
  if ((input.followers?.length ?? 0) > 10) refuse(422, ['followers must contain no more than 10 elements']);
  const properties = { ...old.properties, ...input.properties };
  return put(call.state.rows.records, { ...old, ...given(input, 'owner', 'followers'), properties, updatedAt: call.state.now() });
}

function createRecord(call: HlCall) {
  const input = call.body as Input;
  const { key, primaryDisplayProperty } = objectOf(call, call.params.schemaKey, input.locationId);
  const name = primaryDisplayProperty.split('.').at(-1) ?? '';
  if (!input.properties[name]) refuse(422, [`${name} should not be empty`]);
  const now = call.state.now();
  const empty = { owner: [], followers: [], properties: {}, createdAt: now, updatedAt: now };
  return { record: recordView(lay(call, { id: call.state.newId(), locationId: input.locationId, objectKey: key, ...empty })) };
}

/** `query` looks at all properties; `searchAfter` is the last row's, which wins over `page`. */
function search(call: HlCall) {
  const asked = call.body as { locationId: string; page: number; pageLimit: number; query: string; searchAfter?: string[] };
  const object = objectOf(call, call.params.schemaKey, asked.locationId);
  if (asked.pageLimit < 1 || asked.pageLimit > 100) refuse(422, ['pageLimit must not be greater than 100']);
  const found = call.state.rows.records.filter(
    (row) =>
      row.objectKey === object.key &&
      row.locationId === asked.locationId &&
      mentions(asked.query.split(':').at(-1) ?? '', ...Object.values(row.properties).map(String)),
  );
  const after = (row: HlRecord) => [Date.parse(row.createdAt), row.id];
  const last = asked.searchAfter?.at(-1);
  const start = last ? found.findIndex((row) => row.id === last) + 1 : (asked.page - 1) * asked.pageLimit;
  const records = page(found, start, asked.pageLimit).map((row) => {
    const stamp = { channel: 'INTEGRATION', createdAt: row.createdAt, source: 'API', sourceId: row.locationId };
    const { objectKey, locationId, createdAt, updatedAt, id, owner, followers, properties } = row;
    const own = { id, owner, followers, properties, createdAt, updatedAt, locationId, objectKey, objectId: object.id };
    return { ...own, createdBy: stamp, lastUpdatedBy: stamp, searchAfter: after(row) };
  });
  return { records, total: found.length };
}

const route = routesOf({ spec: 'objects', version: '2021-07-28' });
const RECORD = 'objects/record.write';
const records = '/objects/:schemaKey/records';
// Names of the vendor's example requests, as the spec's body is empty.
const body = 'locationId! properties:object! owner:strings followers:strings';

export const objectRoutes: HlRoute[] = [
  route(
    'list-objects',
    'GET /objects/',
    'objects/schema.readonly',
    (call) => ({ objects: ofLocation(call, call.state.rows.objects).map(objectView) }),
    {
      query: 'locationId!',
    },
  ),
  // The spec lets an agency's token do this; Scopes.md lists the scope for sub-accounts. Both are taken.
  route('create-object', 'POST /objects/', 'objects/schema.write', createObject, {
    body: 'labels:object! key! description locationId! primaryDisplayPropertyDetails:object!',
    inner: { labels: dto('singular! plural!'), primaryDisplayPropertyDetails: dto('key! name! dataType!') },
    ...{ status: 201, access: 'both' },
  }),
  route('search-records', `POST ${records}/search`, 'objects/record.readonly', search, {
    // The spec demands `searchAfter` of the first page too, where there is nothing to name; here it may be left out.
    ...{ body: 'locationId! page:number! pageLimit:number! query:any! searchAfter:strings' },
  }),
  route('create-record', `POST ${records}`, RECORD, createRecord, { body, status: 201 }),
  route('get-record', `GET ${records}/:id`, 'objects/record.readonly', (call) => ({ record: recordView(recordOf(call)) })),
  route('update-record', `PUT ${records}/:id`, RECORD, (call) => ({ record: recordView(lay(call, recordOf(call))) }), {
    ...{ query: 'locationId!', body: 'locationId properties:object! owner:strings followers:strings' },
  }),
  route('delete-record', `DELETE ${records}/:id`, RECORD, (call) => {
    const row = recordOf(call);
    drop(call.state.rows.records, row);
    return { id: row.id, success: true };
  }),
];
