import { callRows } from '../read-rows.ts';

const HERE = 'locationId=@account';

/** Forms, custom objects, set-up, and the lists that other operations choose from. */
export const office = callRows('highlevel', {
  'form.submissions': `formId:form query>q startsOn:date>startAt endsOn:date>endAt limit ${HERE}`,
  'survey.submissions': `surveyId:survey query>q startsOn:date>startAt endsOn:date>endAt limit ${HERE}`,
  'record.search': `schemaKey! query! page=1 pageLimit=20 ${HERE}`,
  'record.create': `schemaKey! properties! ${HERE}`,
  'record.update': `schemaKey! recordId!:custom-record>id properties! ${HERE}`,
  'relation.create': `associationId!:association firstRecordId!:custom-record secondRecordId!:custom-record ${HERE}`,
  'relation.delete': `absent | relationId!:relation ${HERE}`,
  'object.create': `singular!>labels.singular plural!>labels.plural key! description primaryKey!>primaryDisplayPropertyDetails.key primaryName!>primaryDisplayPropertyDetails.name primaryType>primaryDisplayPropertyDetails.dataType=TEXT ${HERE}`,
  'location.create-tag': `name! ${HERE}`,
  'location.create-custom-field': `name! dataType!(TEXT|LARGE_TEXT|NUMERICAL|PHONE|MONETORY|DATE) model(contact|opportunity) ${HERE}`,
  'location.get': `utility | ${HERE}`,
  'location.search': 'utility | email limit',
  'location.tags': `utility | ${HERE}`,
  'location.custom-fields': `utility | model(contact|opportunity|all) ${HERE}`,
  'user.list': `utility | ${HERE}`,
  'calendar.list': `utility | ${HERE}`,
  'pipeline.list': `utility | ${HERE}`,
  'workflow.list': `utility | ${HERE}`,
  'template.list': `utility | channel(sms|email|whatsapp)>type limit ${HERE} originId=@account`,
});
