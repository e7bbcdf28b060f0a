import { contactOf, putContact } from './contact-store.ts';
import { refuse } from './errors.ts';
import { mentions, ofLocation, routesOf } from './resource.ts';
import { type HlCall, type HlRoute, page, whole } from './route.ts';
import { fullContact } from './views.ts';

type Kind = 'form' | 'survey';

/** Whole days, UTC, by the spec's `YYYY-MM-DD`; a month back unless told, the last day included (belief: the file says neither). */
function within(call: HlCall, at: string): boolean {
  const day = at.slice(0, 10);
  const dates = ['startAt', 'endAt'].map((name) => call.query.get(name));
  for (const each of dates) if (each && Number.isNaN(Date.parse(each))) refuse(422, ['startAt and endAt must be dates']);
  const [from = '', to = ''] = dates.map((each) => each?.slice(0, 10) ?? '');
  const monthAgo = new Date(call.clock.now() - 31 * 86_400_000).toISOString().slice(0, 10);
  return day >= (from || monthAgo) && (!to || day <= to);
}

/** Newest first, a page at a time. */
function submissions(call: HlCall, kind: Kind) {
  const { query, state } = call;
  const formId = query.get(`${kind}Id`);
  const own = new Set(state.rows.forms.filter((row) => row.kind === kind).map(({ id }) => id));
  const found = ofLocation(call, state.rows.submissions)
    .filter((row) => own.has(row.formId) && (!formId || row.formId === formId) && within(call, row.createdAt))
    .filter((row) => mentions(query.get('q'), row.name, row.email, row.contactId))
    .toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
  const [number, limit] = [whole(query, 'page', 1), whole(query, 'limit', 20)];
  if (limit < 1 || limit > 100) refuse(422, ['limit must not be greater than 100']);
  const rows = page(found, (number - 1) * limit, limit);
  const more = number * limit < found.length;
  const meta = {
    total: found.length,
    currentPage: number,
    nextPage: more ? number + 1 : null,
    prevPage: number > 1 ? number - 1 : null,
  };
  return { submissions: rows.map(({ formId: id, locationId: _, ...row }) => ({ ...row, [`${kind}Id`]: id })), meta };
}

function forms(call: HlCall, kind: Kind) {
  const rows = ofLocation(call, call.state.rows.forms).filter((row) => row.kind === kind);
  const found = page(rows, whole(call.query, 'skip', 0), whole(call.query, 'limit', 10));
  return { [`${kind}s`]: found.map(({ id, name, locationId }) => ({ id, name, locationId })), total: rows.length };
}

const PART = /name="([^"]+)"(?:; filename="([^"]*)")?/g;

/** Files go into custom fields by parts named `<custom field id>_<file id>`; the answer is the contact. Bytes are not kept. */
function upload(call: HlCall) {
  const contact = contactOf(call, call.query.get('contactId') ?? '');
  const text = typeof call.body === 'string' ? call.body : '';
  if (!(call.headers['content-type'] ?? '').startsWith('multipart/form-data')) refuse(400, 'Expected multipart/form-data');
  const parts = [...text.matchAll(PART)].map(([, name = '', filename = '']) => ({ name, filename }));
  if (!parts.length) refuse(400, 'No files were sent');
  const customFields = [...contact.customFields];
  for (const { name, filename } of parts) {
    const field = call.state.rows.customFields.find((row) => name.startsWith(`${row.id}_`));
    if (!field || field.locationId !== contact.locationId) refuse(400, `No custom field for the part ${name}`);
    customFields.push({ id: field?.id ?? '', value: { [name]: { meta: { fieldname: name, originalname: filename } } } });
  }
  return { contact: fullContact(putContact(call.state, { ...contact, customFields })) };
}

const survey = routesOf({ spec: 'surveys', version: '2021-07-28' });
const form = routesOf({ spec: 'forms', version: '2021-07-28' });
const paged = (kind: Kind) => ({ query: `locationId! page:number limit:number ${kind}Id q startAt endAt` });
const listed = { query: 'locationId! skip:number limit:number type' };

export const formRoutes: HlRoute[] = [
  form('list-forms', 'GET /forms/', 'forms.readonly', (call) => forms(call, 'form'), listed),
  form('list-form-submissions', 'GET /forms/submissions', 'forms.readonly', (call) => submissions(call, 'form'), paged('form')),
  form('upload-custom-files', 'POST /forms/upload-custom-files', 'forms.write', upload, {
    ...{ query: 'contactId! locationId!', multipart: true },
  }),
  survey('list-surveys', 'GET /surveys/', 'surveys.readonly', (call) => forms(call, 'survey'), listed),
  survey('list-survey-submissions', 'GET /surveys/submissions', 'surveys.readonly', (call) => submissions(call, 'survey'), {
    ...paged('survey'),
  }),
];
