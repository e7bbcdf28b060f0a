import type { ClioCalendar, ClioCalendarEntry, ClioCustomField, ClioCustomFieldValue } from '../world/types.ts';
import { remindersOf } from './reminder-shapes.ts';
import {
  always,
  BIRTH,
  byId,
  columns,
  etagField,
  many,
  matterOf,
  noOne,
  nothing,
  one,
  type Someone,
  stamped,
} from './shape-parts.ts';
import type { AnyShape, Look, Shape } from './shapes.ts';

function attendeesOf(entry: ClioCalendarEntry, look: Look) {
  return entry.attendees.flatMap(({ id, type }) => {
    const found = type === 'Contact' ? byId(look.rows.contacts, id) : byId(look.rows.calendars, id);
    return found ? [{ created_at: BIRTH, updated_at: BIRTH, ...found, type }] : [];
  });
}

const entry: Shape<ClioCalendarEntry> = {
  kind: 'CalendarEntry',
  plain: {
    // A text in the spec, unlike every other id: occurrences of a series have ids like `123-20260105`.
    id: (row) => String(row.id),
    ...columns<ClioCalendarEntry>('summary', 'description', 'location', 'start_at', 'end_at', 'all_day', 'calendar_owner_id'),
    ...columns<ClioCalendarEntry>('created_at', 'updated_at'),
    ...etagField('CalendarEntry'),
    recurrence_rule: (row) => row.recurrence_rule ?? null,
    parent_calendar_entry_id: (row) => row.parent_calendar_entry_id ?? null,
    ...always(null, 'start_at_time_zone'),
    ...always(false, 'court_rule'),
    ...always('owner', 'permission'),
    ...always(0, 'time_entries_count'),
  },
  nested: {
    matter: matterOf,
    calendar_owner: one('Calendar', (row, look) => byId(look.rows.calendars, row.calendar_owner_id)),
    calendars: many('Calendar', (row, look) => look.rows.calendars.filter(({ id }) => id === row.calendar_owner_id)),
    attendees: many('Attendee', attendeesOf),
    ...noOne('conference_meeting', 'matter_docket', 'parent_calendar_entry', 'calendar_entry_event_type'),
    reminders: many('Reminder', (row, look) => remindersOf(look, 'CalendarEntry', row.id)),
    ...nothing('time_entries', 'external_properties'),
  },
};

const attendee: Shape<Someone> = {
  kind: 'Attendee',
  plain: {
    ...columns<Someone & { created_at: string; updated_at: string }>('id', 'name', 'type', 'created_at', 'updated_at'),
    ...etagField('Attendee'),
    ...always(true, 'enabled'),
    email: (row) => row.email ?? null,
  } as Shape<Someone>['plain'],
  nested: {},
};

const calendar: Shape<ClioCalendar> = {
  kind: 'Calendar',
  plain: {
    ...columns<ClioCalendar>('id', 'name', 'type'),
    ...etagField('Calendar'),
    ...always('#367B9C', 'color'),
    ...always('#5DA5C7', 'light_color'),
    ...always(false, 'court_rules_default_calendar'),
    ...always('owner', 'permission'),
    ...always(true, 'visible'),
    ...always('web', 'source'),
    ...always(BIRTH, 'created_at', 'updated_at'),
  },
  nested: { creator: one('User', (row, look) => byId(look.rows.users, row.user_id)) },
};

const customField: Shape<ClioCustomField> = {
  kind: 'CustomField',
  plain: {
    ...columns<ClioCustomField>('id', 'name', 'parent_type', 'field_type', 'created_at', 'updated_at'),
    ...etagField('CustomField'),
    ...always(true, 'displayed'),
    ...always(false, 'deleted', 'required'),
    display_order: (row, look) => look.rows.customFields.findIndex(({ id }) => id === row.id) + 1,
  },
  nested: { picklist_options: many('PicklistOption', (row) => stamped(row, row.picklist_options)) },
};

type Value = ClioCustomFieldValue & { created_at: string; updated_at: string };
const fieldOf = (value: Value, look: Look) => byId(look.rows.customFields, value.custom_field_id);
const customFieldValue: Shape<Value> = {
  kind: 'CustomFieldValue',
  plain: {
    ...columns<Value>('id', 'created_at', 'updated_at'),
    // A text for every type of field [official spec]. Doubt: ticked boxes are said to come as true and false in practice.
    value: (row) => (row.value === null || row.value === undefined ? null : String(row.value)),
    ...etagField('CustomFieldValue'),
    field_name: (row, look) => fieldOf(row, look)?.name ?? null,
    field_type: (row, look) => fieldOf(row, look)?.field_type ?? null,
    field_display_order: (row, look) => look.rows.customFields.findIndex(({ id }) => id === row.custom_field_id) + 1,
    ...always(false, 'field_required', 'soft_deleted'),
    ...always(true, 'field_displayed'),
  },
  nested: {
    custom_field: one('CustomField', fieldOf),
    picklist_option: one('PicklistOption', (row, look) => {
      const field = fieldOf(row, look);
      const option = field?.picklist_options.find(({ id }) => String(id) === String(row.value));
      return option && field ? stamped(field, [option])[0] : null;
    }),
    ...noOne('matter', 'contact'),
  },
};

export const OFFICE: AnyShape[] = [entry, attendee, calendar, customField, customFieldValue];
