import type { FieldView, SyncPairView } from '../../lib/model/console-sync.ts';
import type { PreviewView } from '../../lib/model/settings-view.ts';
import { type Direction, noSync, type SyncChoice } from '../../lib/model/sync.ts';
import { NOW } from './console-fixtures.ts';

const WAYS: Direction[] = ['off', 'to-highlevel', 'to-clio', 'both'];
const field = (id: string, label: string): FieldView => ({
  id,
  label,
  kind: 'text',
  directions: WAYS,
  suggested: 'both',
  policy: 'ask',
});

export const pairOf = (
  change: (choice: SyncChoice) => SyncChoice = (one) => one,
  more: Partial<SyncPairView> = {},
): SyncPairView => ({
  clio: { id: 'clio:us:77', name: 'Harbour Lane PC' },
  location: { id: 'highlevel:loc1', name: 'Intake' },
  choice: change(noSync()),
  linked: 1284,
  waiting: 3,
  fields: {
    contact: [field('email', 'field.email'), field('city', 'field.city')],
    task: [field('title', 'merge.task.title')],
    note: [],
    appointment: [],
    dnd: [],
  },
  users: {
    clio: [
      { id: '1', name: 'Priya Nair' },
      { id: '2', name: 'Tomás Rivera' },
    ],
    highlevel: [{ id: 'u1', name: 'Priya Nair' }],
  },
  calendars: { clio: [{ id: '55', name: 'Firm' }], highlevel: [] },
  customFields: {
    clio: [
      { id: '901', name: 'VIP', type: 'checkbox' },
      { id: '902', name: 'Story', type: 'text_area' },
    ],
    highlevel: [{ id: 'cf1', name: 'Referral', type: 'TEXT' }],
  },
  sources: [{ id: 'clio.contacts', system: 'clio', at: NOW - 60_000, nextAt: NOW + 60_000, problem: 'rate-limited' }],
  people: [
    { id: '101', name: 'Marisol Ortega' },
    { id: '102', name: 'David Kim' },
  ],
  ...more,
});

export const PREVIEW: PreviewView = {
  now: NOW,
  name: 'Marisol Ortega',
  unread: false,
  outside: false,
  parts: [
    {
      entity: 'contact',
      fields: [
        { id: 'email', clio: 'a@x.example', highlevel: 'b@x.example', does: 'conflict', why: 'merge.why.ask' },
        {
          id: 'city',
          clio: 'V'.repeat(300),
          does: 'keep',
          why: 'merge.why.cannot_hold',
          warning: { why: 'merge.warning.too_long', limit: 255 },
        },
      ],
    },
  ],
};

export const contactsBoth = (choice: SyncChoice): SyncChoice => ({
  ...choice,
  entities: { ...choice.entities, contact: { ...choice.entities.contact, direction: 'both' } },
});
