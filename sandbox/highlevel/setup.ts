import type { HlBusiness, HlTemplate } from '../world/types.ts';
import { refuse } from './errors.ts';
import { drop, given, put, routesOf, rowOf } from './resource.ts';
import { type HlCall, type HlRoute, page, whole } from './route.ts';

const BUSINESS = [
  'name',
  'phone',
  'email',
  'website',
  'address',
  'city',
  'postalCode',
  'state',
  'country',
  'description',
] as const;
const businessOf = (call: HlCall) => rowOf(call, call.state.rows.businesses, call.params.businessId, 'Business');

// The answer's name is misspelt in the official file, `buiseness`, and so in the answer.
function laid(call: HlCall, old: HlBusiness) {
  const now = call.state.now();
  const row = put(call.state.rows.businesses, { ...old, ...given(call.body as HlBusiness, ...BUSINESS) });
  if (!row.name.trim()) refuse(422, ['name should not be empty']);
  return { success: true, buiseness: { ...row, createdBy: {}, updatedBy: {}, createdAt: now, updatedAt: now } };
}

function createBusiness(call: HlCall) {
  const { name, locationId } = call.body as HlBusiness;
  return laid(call, { id: call.state.newId(), locationId, name });
}

function removeBusiness(call: HlCall) {
  const row = businessOf(call);
  drop(call.state.rows.businesses, row);
  call.state.rows.contacts = call.state.rows.contacts.map((contact) =>
    contact.businessId === row.id ? { ...contact, businessId: undefined } : contact,
  );
  return { success: true };
}

const TYPES = `TEXT LARGE_TEXT NUMERICAL PHONE MONETORY CHECKBOX SINGLE_OPTIONS MULTIPLE_OPTIONS FLOAT TIME DATE TEXTBOX_LIST
  FILE_UPLOAD SIGNATURE RADIO EMAIL`.split(/\s+/);

/** The key is made of the name: `Matter number` is `contact.matter_number`. A taken key gets a number (belief). */
function createField(call: HlCall) {
  const { locationId = '' } = call.params;
  const asked = call.body as {
    name: string;
    dataType: string;
    model?: 'contact' | 'opportunity';
    placeholder?: string;
    position?: number;
  };
  if (!TYPES.includes(asked.dataType)) refuse(422, [`dataType must be one of the following values: ${TYPES.join(', ')}`]);
  const { model = 'contact', placeholder = '', position = 0 } = asked;
  const { customFields } = call.state.rows;
  const stem = `${model}.${asked.name.trim().toLowerCase().replace(/\W+/g, '_')}`;
  const taken = customFields.filter((row) => row.locationId === locationId && row.fieldKey.startsWith(stem)).length;
  const fieldKey = taken ? `${stem}_${taken}` : stem;
  const row = { id: call.state.newId(), locationId, name: asked.name, fieldKey, dataType: asked.dataType, model };
  return { customField: { ...put(customFields, row), placeholder, position } };
}

function templateView({ id, name, type, body, subject, dateAdded, locationId }: HlTemplate) {
  const template = type === 'sms' ? { body, attachments: [] } : { subject, attachments: [], html: body };
  return { id, name, type, template, dateAdded, locationId, ...(type === 'sms' ? { urlAttachments: [] } : {}) };
}

function templates(call: HlCall) {
  const { params, query } = call;
  const wanted = query.get('type');
  const gone = query.get('deleted') === 'true';
  const found = call.state.rows.templates.filter(
    (row) => row.locationId === params.locationId && row.deleted === gone && (!wanted || row.type === wanted),
  );
  const rows = page(found, whole(query, 'skip', 0), whole(query, 'limit', 25));
  return { templates: rows.map(templateView), totalCount: found.length };
}

const business = routesOf({ spec: 'businesses', version: '2021-07-28' });
const location = routesOf({ spec: 'locations', version: '2021-07-28' });
const WRITE = 'businesses.write';

/** What is set up once: companies, custom fields, message templates. */
export const setupRoutes: HlRoute[] = [
  business('create-business', 'POST /businesses/', WRITE, createBusiness, {
    ...{ body: 'name! locationId! phone email website address city postalCode state country description', status: 201 },
  }),
  business('update-business', 'PUT /businesses/:businessId', WRITE, (call) => laid(call, businessOf(call)), {
    body: 'name phone email postalCode website address state city country description',
  }),
  business('delete-business', 'DELETE /businesses/:businessId', WRITE, removeBusiness),
  location('create-custom-field', 'POST /locations/:locationId/customFields', 'locations/customFields.write', createField, {
    body: `name! dataType! placeholder acceptedFormat:strings isMultipleFile:boolean maxNumberOfFiles:number
      textBoxListOptions:objects position:number model`,
    ...{ choices: { model: ['contact', 'opportunity'] }, status: 201 },
  }),
  location('list-templates', 'GET /locations/:locationId/templates', 'locations/templates.readonly', templates, {
    ...{ query: 'deleted:boolean skip limit type originId!', choices: { type: ['sms', 'email', 'whatsapp'] } },
  }),
];
