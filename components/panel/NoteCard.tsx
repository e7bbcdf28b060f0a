import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { NoteItem } from '../../lib/model/panel.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { momentWords } from '../ui/time.ts';
import { wordOf } from '../words.ts';
import { usePanel } from './context.ts';
import { PlainText } from './PlainText.tsx';
import { inFlight, stateTone, systemName } from './words.ts';

const fromWords = (from: NoteItem['from']): string => (from === 'both' ? i18n.t('panel.notes.both') : systemName(from));
const QUIET: ReadonlySet<NoteItem['state']> = new Set(['same', 'only-clio', 'only-highlevel']);

export function NoteCard({ note }: { note: NoteItem }): JSX.Element {
  const { view } = usePanel();
  const facts = [momentWords(note.at, view.now, view.timeZone), note.who, note.matter].filter(Boolean);
  const held = isHeld(note);
  const at = { time: facts[0], rest: facts.slice(1) };
  return (
    <article class="note" aria-label={note.title ?? i18n.t('panel.notes.one', [String(facts[0])])}>
      {note.title ? (
        <p class="note-title" dir="auto">
          {note.title}
        </p>
      ) : null}
      <PlainText text={note.text} />
      <footer class="note-foot">
        <p class="row-sub">
          {fromWords(note.from)} · {at.time}
          {at.rest.map((fact) => (
            <bdi key={fact}> · {fact}</bdi>
          ))}
        </p>
        {held ? (
          <Badge tone="warn">{i18n.t('state.held')}</Badge>
        ) : QUIET.has(note.state) ? null : (
          <Badge tone={stateTone(note.state)}>{wordOf('state', note.state)}</Badge>
        )}
        <PushNote note={note} held={held} />
      </footer>
    </article>
  );
}

/** A matter's note is privileged by default, and some text looks so: both ask first. */
const isHeld = (note: NoteItem): boolean =>
  Boolean(note.clioId) && !note.highlevelId && !inFlight(note.state) && (note.state === 'held' || note.matter !== undefined);

function PushNote({ note, held }: { note: NoteItem; held: boolean }): JSX.Element | null {
  const { view, act, ask, busy, ifWriting } = usePanel();
  const { clioId } = note;
  // A note on both sides is there already, even where the words differ: pushing it again would only make a second one.
  if (!clioId || note.highlevelId || inFlight(note.state) || note.state === 'needs-you') return null;
  const slot = `note:${note.key}`;
  const send = (yes: boolean) => void act(slot, 'note.push', { key: view.key, noteId: clioId, held: yes });
  const confirm = () =>
    ask({
      title: i18n.t('panel.held.note'),
      body: <p>{note.matter ? i18n.t('panel.held.matterWords', [note.matter]) : i18n.t('panel.held.looksWords')}</p>,
      choices: [{ label: i18n.t('panel.held.noteGo'), kind: 'primary', run: () => send(true) }],
    });
  return (
    <Button
      kind="quiet"
      size="small"
      data-focus={slot}
      busy={busy.has(slot)}
      aria-label={i18n.t('panel.notes.push')}
      onClick={() => (held ? ifWriting(confirm) : send(false))}
    >
      {held ? i18n.t('panel.tasks.pushHeld') : i18n.t('panel.tasks.push')}
    </Button>
  );
}
