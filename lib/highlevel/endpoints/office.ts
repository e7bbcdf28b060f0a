import { endpointRows } from '../../http/endpoint-rows.ts';

/**
 * Set-up, lists to choose from, forms, custom objects and their relations. A custom object's key begins with `custom_objects.` [official spec,
 * examples]; that stands in the path here, as the client lets no dot into a path's parts.
 * Changing a record states no scope [official spec]: a belief. */
export const OFFICE_ROWS = endpointRows(
  'highlevel',
  {
    'workflow.list': 'GET /workflows/ workflows.readonly workflows locationId',
    'template.list': 'GET /locations/:locationId/templates locations/templates.readonly templates originId,type,limit,skip',
    'location.search': 'GET /locations/search locations.readonly locations companyId,email,limit,skip',
    'location.create-tag': 'POST /locations/:locationId/tags locations/tags.write tag.id',
    'location.create-custom-field': 'POST /locations/:locationId/customFields locations/customFields.write customField.id',
    'form.submissions': 'GET /forms/submissions forms.readonly submissions locationId,formId,q,startAt,endAt,page,limit',
    'survey.submissions': 'GET /surveys/submissions surveys.readonly submissions locationId,surveyId,q,startAt,endAt,page,limit',
    'object.create': 'POST /objects/ objects/schema.write object.id',
    'record.create': 'POST /objects/custom_objects.:schemaKey/records objects/record.write record.id',
    'record.update': 'PUT /objects/custom_objects.:schemaKey/records/:id objects/record.write record.id locationId',
    'record.search': 'POST /objects/custom_objects.:schemaKey/records/search objects/record.readonly records',
    'relation.create': 'POST /associations/relations associations/relation.write id',
    'relation.delete': 'DELETE /associations/relations/:relationId associations/relation.write id locationId',
  },
  '2021-07-28',
);
