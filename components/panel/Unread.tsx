import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { PersonView } from '../../lib/model/panel.ts';
import { Icon } from '../ui/Icon.tsx';

const WORDS = {
  tasks: 'panel.unread.tasks',
  notes: 'panel.unread.notes',
  appointments: 'panel.unread.appointments',
  'clio-tasks': 'panel.unread.clioTasks',
  'clio-notes': 'panel.unread.clioNotes',
} as const satisfies Record<PersonView['unread'][number], string>;

/** Says what could not be read, so that a short list is not taken for a whole one. */
export function Unread({ parts }: { parts: PersonView['unread'] }): JSX.Element | null {
  if (parts.length === 0) return null;
  return (
    <p class="unread" role="status">
      <Icon name="alert" size={14} />
      <span>{parts.map((part) => i18n.t(WORDS[part])).join(' ')}</span>
    </p>
  );
}
