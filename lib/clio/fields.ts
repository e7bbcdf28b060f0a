/**
 * What is asked of Clio, per record: without `fields` it answers id and etag only, and a wrong or twice nested field is a 400 [doc].
 * Plain text, so that a reader can hold it against the documentation; tests/contract holds it against the official spec.
 */
export const CONTACT_FIELDS_ASKED = [
  'id,etag,type,name,first_name,middle_name,last_name,prefix,title,date_of_birth,created_at,updated_at',
  'company{id,name}',
  'email_addresses{id,name,address,primary}',
  'phone_numbers{id,name,number,primary}',
  'addresses{id,name,street,city,province,postal_code,country,primary}',
  'web_sites{id,name,address,default_web_site}',
  // `custom_field` and `picklist_option` are a second level: only their id comes, which is all that is needed.
  'custom_field_values{id,field_type,value,custom_field,picklist_option}',
].join(',');

export const MATTER_FIELDS_ASKED = [
  'id,etag,display_number,description,status,created_at,updated_at',
  'client{id,name,type}',
  // All three stand under the matter [official spec]. Doubt: whether an app without the right to read users is told the attorney.
  'practice_area{id,name},matter_stage{id,name},responsible_attorney{id,name}',
].join(',');

export const RELATED_FIELDS_ASKED = 'id,contact_id,name,type,is_matter_client,relationship{id,description}';
export const RELATIONSHIP_FIELDS_ASKED = 'id,etag,description,matter{id,display_number},contact{id,name,type}';

export const TASK_FIELDS_ASKED = [
  'id,etag,name,description,description_text_type,status,priority,due_at,permission,completed_at,created_at,updated_at',
  'assignee{id,name,type}',
  // `client_id` is all that one level of nesting gives of the matter's client.
  'matter{id,display_number,description,client_id}',
].join(',');

export const NOTE_FIELDS_ASKED = [
  'id,etag,type,subject,detail,detail_text_type,date,created_at,updated_at',
  'author{id,name}',
  'contact{id,name}',
  'matter{id,display_number,description}',
].join(',');

export const WHO_FIELDS_ASKED = 'id,etag,name,first_name,last_name,email,time_zone,account{id,name}';
export const USER_FIELDS_ASKED = 'id,etag,name,email,enabled,default_calendar_id';
export const CUSTOM_FIELD_FIELDS_ASKED = 'id,etag,name,parent_type,field_type,deleted,picklist_options{id,option,deleted_at}';
export const CALENDAR_FIELDS_ASKED = 'id,etag,name,type,permission';
export const CALENDAR_ENTRY_FIELDS_ASKED = [
  'id,etag,summary,description,location,start_at,end_at,all_day,recurrence_rule,parent_calendar_entry_id,created_at,updated_at',
  'matter{id,display_number,description}',
  'calendar_owner{id,name}',
  'attendees{id,type,name}',
  'reminders{id,duration}',
].join(',');
export const REMINDER_FIELDS_ASKED = 'id,etag,duration,state,subject{id,type}';
export const METHOD_FIELDS_ASKED = 'id,notification_methods{id,type,is_default_email_address}';
