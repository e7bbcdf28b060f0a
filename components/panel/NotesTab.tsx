import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { PersonView } from '../../lib/model/panel.ts';
import { Empty } from '../ui/Empty.tsx';
import { NoteCard } from './NoteCard.tsx';
import { Unread } from './Unread.tsx';

/** Newest first, as the view has them. */
export function NotesTab({ person }: { person: PersonView }): JSX.Element {
  const unread = person.unread.filter((part) => part === 'notes' || part === 'clio-notes');
  return (
    <>
      <Unread parts={unread} />
      {person.notes.length === 0 && unread.length === 0 ? (
        <Empty icon="note" title={i18n.t('panel.notes.noneTitle')}>
          {i18n.t('panel.notes.none')}
        </Empty>
      ) : null}
      <ul class="notes" aria-label={i18n.t('panel.tabs.notes')}>
        {person.notes.map((note) => (
          <li key={note.key}>
            <NoteCard note={note} />
          </li>
        ))}
      </ul>
    </>
  );
}
