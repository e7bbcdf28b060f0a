import { endpointRows } from '../../http/endpoint-rows.ts';

/** Matters, who is related to them, and the lists that matters are described with. */
export const MATTER_ROWS = endpointRows('clio', {
  'contact.emails': 'GET /contacts/:contact_id/email_addresses.json contacts.read data fields,limit',
  'contact.phones': 'GET /contacts/:contact_id/phone_numbers.json contacts.read data fields,limit',
  'matter.create': 'POST /matters.json matters.write data.id fields',
  'matter.update': 'PATCH /matters/:id.json matters.write data.id fields',
  'matter.client': 'GET /matters/:matter_id/client.json matters.read data fields',
  'matter.contacts': 'GET /matters/:matter_id/contacts.json matters.read data fields,limit',
  'relationship.create': 'POST /relationships.json matters.write data.id fields',
  'relationship.update': 'PATCH /relationships/:id.json matters.write data.id fields',
  'relationship.delete': 'DELETE /relationships/:id.json matters.write',
  'matter-stage.list': 'GET /matter_stages.json matters.read data fields,limit,practice_area_id',
  'practice-area.list': 'GET /practice_areas.json matters.read data fields,limit,name',
  'task-list.list': 'GET /task_template_lists.json tasks.read data fields,limit,query,practice_area_id',
});
