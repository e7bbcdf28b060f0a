import type { ClioDocument, ClioDocumentVersion, ClioFolder } from '../world/types.ts';
import type { ApiRoute } from './api-route.ts';
import { type BodyRules, type Data, flag, int, list, must, ref, text, time } from './body.ts';
import { mergeProperties } from './communications.ts';
import { common, contains, idIs, type Param } from './list.ts';
import { unprocessable } from './refusal.ts';
import { known, newRow, resource, told } from './resource.ts';
import { nextId, stamp } from './state.ts';
import type { ApiCall, View } from './view.ts';

const property = list({ name: text(), value: text() });
const changedProperty = list({ id: int, name: text(), value: text(), _destroy: flag });
const IN_DOCUMENT = ['Document', 'Folder', 'Contact', 'Matter'];
const IN_FOLDER = ['Folder', 'Contact', 'Matter'];
const inside = (types: string[]): BodyRules => ({ id: must(int), type: must(text(types)) });
const parentRule = (types: string[]) => ({ kind: 'object' as const, required: true, fields: inside(types) });

const CREATE: BodyRules = {
  ...{ name: must(text()), parent: parentRule(IN_DOCUMENT), filename: text(), content_type: text(), received_at: time },
  ...{ communication_id: int, document_category: ref(), external_properties: property },
};
const UPDATE: BodyRules = {
  ...{
    name: text(),
    parent: ref({ type: text(IN_DOCUMENT) }),
    received_at: time,
    restore: flag,
    fully_uploaded: flag,
    uuid: text(),
  },
  ...{ communication_id: int, document_category: ref(), external_properties: changedProperty },
};

type Place = Pick<ClioFolder, 'parent_id' | 'matter_id' | 'contact_id'>;

/** Where something lies: in a folder (and its matter), or in the root folder of a matter or a contact. */
function placeOf(parent: Data, view: View): Place {
  const { folders, matters, contacts } = view.rows;
  if (parent.type === 'Folder') {
    const { id, matter_id, contact_id } = known(folders, parent.id, 'Folder');
    return { parent_id: id, matter_id, contact_id };
  }
  const id = known<{ id: number }>(parent.type === 'Matter' ? matters : contacts, parent.id, String(parent.type)).id;
  const place = parent.type === 'Matter' ? { matter_id: id, contact_id: null } : { matter_id: null, contact_id: id };
  const root = folders.find((row) => row.root && row.matter_id === place.matter_id && row.contact_id === place.contact_id);
  return { parent_id: root?.id ?? null, ...place };
}

/** An upload that is announced: its bytes go to a storage host and are finished by PATCH with the `uuid`. */
function versionOf(data: Data, view: View): ClioDocumentVersion {
  const now = stamp(view.clock);
  const id = nextId(view.state);
  const filename = String(data.filename ?? data.name);
  return {
    ...{ id, uuid: `sandbox-upload-${id}`, filename, size: 0, content_type: String(data.content_type ?? 'application/pdf') },
    ...{ fully_uploaded: false, received_at: String(data.received_at ?? now), created_at: now, updated_at: now },
  };
}

function make(data: Data, view: View): ClioDocument {
  const row = newRow(view);
  const version = versionOf(data, view);
  const place = placeOf(data.parent as Data, view);
  return {
    ...{
      ...row,
      ...place,
      name: String(data.name),
      creator_id: view.user.id,
      received_at: version.received_at,
      deleted_at: null,
    },
    ...{ communication_id: (data.communication_id as number) ?? null, versions: [version], external_properties: [] },
  };
}

function lay(row: ClioDocument, data: Data, view: View): ClioDocument {
  const next = {
    ...row,
    ...told(data, 'name', 'received_at', 'communication_id'),
    versions: row.versions.map((each) => ({ ...each })),
  };
  if (!next.name?.trim()) throw unprocessable("Name can't be blank");
  const parent = data.parent as Data | undefined;
  if (parent && parent.type !== 'Document') Object.assign(next, placeOf(parent, view));
  if (data.restore === true) next.deleted_at = null;
  if (data.fully_uploaded === true) finish(next, data.uuid);
  next.external_properties = mergeProperties(row.external_properties, data.external_properties, view);
  return next;
}

function finish(row: ClioDocument, uuid: unknown): void {
  const version = row.versions.find((each) => each.uuid === uuid);
  if (!version) throw unprocessable('uuid does not belong to an upload of this document');
  Object.assign(version, { fully_uploaded: true, size: version.size || 1024 });
}

/** "Create Document Version to an existing Document" [official spec]: a parent of type Document is that document. */
function newVersion(call: ApiCall, route: ApiRoute): ReturnType<ApiRoute['answer']> {
  const data = (call.body as { data?: Data } | undefined)?.data;
  const parent = data?.parent as Data | undefined;
  if (parent?.type !== 'Document') return route.answer(call);
  const row = known(call.view.rows.documents, parent.id, 'Document');
  const place = row.parent_id
    ? { id: row.parent_id, type: 'Folder' }
    : { id: row.matter_id ?? row.contact_id, type: row.matter_id ? 'Matter' : 'Contact' };
  const before = call.state.rows.documents.length;
  const reply = route.answer({ ...call, body: { data: { ...data, parent: place } } });
  const made = call.state.rows.documents.splice(before)[0];
  if (made) row.versions.push(...made.versions);
  return { ...reply, body: { data: { ...(reply.body as { data: Data }).data, id: row.id } } };
}

type Filed = ClioDocument | ClioFolder;
const filters = <T extends Filed>(): Record<string, Param<T>> => ({
  ...common<T>(),
  contact_id: idIs((row) => row.contact_id),
  matter_id: idIs((row) => row.matter_id),
  parent_id: idIs((row) => row.parent_id),
  document_category_id: idIs(() => null),
  external_property_name: { type: 'text', test: (row, value) => row.external_properties.some(({ name }) => name === value) },
  external_property_value: { type: 'text', test: (row, sent) => row.external_properties.some(({ value }) => value === sent) },
  include_deleted: { type: 'bool', test: () => true },
  query: contains((row) => [row.name]),
  // How deep `parent_id` reaches; folders lie one deep here, so children are all there is.
  scope: { type: ['descendants', 'children'], test: () => true },
});
const live = <T extends Filed>(call: ApiCall, rows: T[]) =>
  rows.filter((row) => row.deleted_at === null || call.query.get('include_deleted') === 'true');

const documents = resource<ClioDocument>({
  ...{ id: 'clio.documents', kind: 'Document', areas: ['documents'], table: 'documents', get: true },
  ...{ create: CREATE, update: UPDATE, make, lay },
  // Deleted documents lie in the trash until restored.
  gone: (call, row) => void Object.assign(row, { deleted_at: stamp(call.clock), updated_at: stamp(call.clock) }),
  list: {
    orders: {
      ...{ created_at: (row) => row.created_at, document_number: (row) => row.id, name: (row) => row.name },
      ...{ received_at: (row) => row.received_at, updated_at: (row) => row.updated_at },
    },
    rows: (call) =>
      live(call, call.view.rows.documents).filter(
        (row) => row.versions.some((each) => each.fully_uploaded) || call.query.get('show_uncompleted') === 'true',
      ),
    params: { ...filters<ClioDocument>(), show_uncompleted: { type: 'bool', test: () => true } },
  },
});

const FOLDER: BodyRules = {
  ...{
    name: must(text()),
    parent: parentRule(IN_FOLDER),
    document_category: ref(),
    external_properties: property,
    restore: flag,
  },
};
const folders = resource<ClioFolder>({
  ...{ id: 'clio.folders', kind: 'Folder', areas: ['documents'], table: 'folders', get: true, create: FOLDER },
  list: {
    orders: { name: (row) => row.name },
    rows: (call) => live(call, call.view.rows.folders),
    params: filters<ClioFolder>(),
  },
  make: (data, view) => {
    const place = placeOf(data.parent as Data, view);
    const name = String(data.name);
    if (!name.trim()) throw unprocessable("Name can't be blank");
    const twin = view.rows.folders.some(
      (row) => row.name === name && row.parent_id === place.parent_id && row.matter_id === place.matter_id,
    );
    if (twin) throw unprocessable('Name has already been taken');
    const row = { ...newRow(view), ...place, name, root: false, creator_id: view.user.id, deleted_at: null };
    return { ...row, external_properties: mergeProperties([], data.external_properties, view) };
  },
});

export const documentRoutes: ApiRoute[] = [
  ...documents.map((route) =>
    route.id === 'clio.documents.create' ? { ...route, answer: (call: ApiCall) => newVersion(call, route) } : route,
  ),
  ...folders,
];
