import type { HlAssociation, HlRelation } from '../world/types.ts';
import { refuse } from './errors.ts';
import { drop, ofLocation, put, routesOf, rowOf } from './resource.ts';
import { type HlCall, type HlRoute, page, whole } from './route.ts';

const typed = (row: HlAssociation) => ({ ...row, associationType: 'USER_DEFINED' });

/** GetPostSuccessfulResponseDto under the relation's own id: the spec answers all calls of this file with it. */
function view(call: HlCall, row: HlRelation) {
  const association = call.state.rows.associations.find(({ id }) => id === row.associationId)!;
  return { ...typed(association), id: row.id };
}

/** Is there such a record: a contact for the key `contact`, a custom object's record otherwise? */
function assertRecord(call: HlCall, objectKey: string, id: string, locationId: string): void {
  const { contacts, records, businesses } = call.state.rows;
  const rows =
    objectKey === 'contact'
      ? contacts
      : objectKey === 'business'
        ? businesses
        : records.filter((row) => row.objectKey === objectKey);
  if (!rows.some((row) => row.id === id && row.locationId === locationId)) refuse(400, `No record ${id} of ${objectKey}`);
}

function create(call: HlCall) {
  const asked = call.body as Omit<HlRelation, 'id'>;
  const { relations, associations } = call.state.rows;
  const association = rowOf(call, associations, asked.associationId, 'Association');
  assertRecord(call, association.firstObjectKey, asked.firstRecordId, asked.locationId);
  assertRecord(call, association.secondObjectKey, asked.secondRecordId, asked.locationId);
  const same = (row: HlRelation) =>
    row.associationId === asked.associationId &&
    row.firstRecordId === asked.firstRecordId &&
    row.secondRecordId === asked.secondRecordId;
  if (relations.some(same)) refuse(400, 'Relation already exists');
  const { locationId, associationId, firstRecordId, secondRecordId } = asked;
  return view(call, put(relations, { id: call.state.newId(), locationId, associationId, firstRecordId, secondRecordId }));
}

/** The spec answers one relation without the records it ties; a list with them is what a caller needs (belief). */
function list(call: HlCall) {
  const { params, query } = call;
  const kinds = query.get('associationIds')?.split(',');
  const found = ofLocation(call, call.state.rows.relations).filter(
    (row) =>
      [row.firstRecordId, row.secondRecordId].includes(params.recordId ?? '') && (!kinds || kinds.includes(row.associationId)),
  );
  return { relations: page(found, whole(query, 'skip', 0), whole(query, 'limit', 20)), total: found.length };
}

function remove(call: HlCall) {
  const row = rowOf(call, call.state.rows.relations, call.params.relationId, 'Relation');
  drop(call.state.rows.relations, row);
  return view(call, row);
}

const route = routesOf({ spec: 'associations', version: '2021-07-28' });
const WRITE = 'associations/relation.write';

export const associationRoutes: HlRoute[] = [
  route(
    'list-associations',
    'GET /associations/',
    'associations.readonly',
    (call) => ({ associations: ofLocation(call, call.state.rows.associations).map(typed) }),
    { query: 'locationId! skip:number! limit:number!' },
  ),
  route('list-relations', 'GET /associations/relations/:recordId', 'associations/relation.readonly', list, {
    query: 'locationId! skip:number! limit:number! associationIds:strings',
  }),
  route('create-relation', 'POST /associations/relations', WRITE, create, {
    ...{ body: 'locationId! associationId! firstRecordId! secondRecordId!', status: 201 },
  }),
  route('delete-relation', 'DELETE /associations/relations/:relationId', WRITE, remove, { query: 'locationId!' }),
];
