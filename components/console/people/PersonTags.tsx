import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PersonPageView } from '../../../lib/model/console-sync.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import type { PersonAct } from './use-person-act.ts';

const tagsIn = (text: string): string[] =>
  text
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);

/** HighLevel's tags; Clio contacts have none. */
export function PersonTags({ view, act }: { view: PersonPageView; act: PersonAct }): JSX.Element {
  const id = useId();
  const [text, setText] = useState('');
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    const tags = tagsIn(text);
    if (tags.length && (await act.run('tag', { act: 'tag', tags }))) setText('');
  };
  return (
    <section class="con-panel pp-section" aria-labelledby={id}>
      <h2 id={id}>{i18n.t('people.tags')}</h2>
      <TagList view={view} act={act} />
      {view.writing.highlevel ? (
        <AddTag text={text} busy={act.busy === 'tag'} onText={setText} onSubmit={add} />
      ) : (
        <p class="small muted">{i18n.t('people.writingOff')}</p>
      )}
    </section>
  );
}

function TagList({ view: { contacts, writing }, act }: { view: PersonPageView; act: PersonAct }): JSX.Element {
  const { tags = [], dnd } = contacts.highlevel ?? {};
  return (
    <ul class="pp-tag-list">
      {dnd ? (
        <li>
          <Badge tone="warn">{i18n.t('people.dnd')}</Badge>
        </li>
      ) : null}
      {tags.map((tag) => (
        <li key={tag} class="pp-tag">
          <bdi>{tag}</bdi>
          {writing.highlevel ? (
            <Button
              kind="quiet"
              size="small"
              icon="close"
              aria-label={i18n.t('people.removeTag', [tag])}
              busy={act.busy === `tag:${tag}`}
              onClick={() => void act.run(`tag:${tag}`, { act: 'untag', tags: [tag] })}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

interface AddTagProps {
  text: string;
  busy: boolean;
  onText: (text: string) => void;
  onSubmit: (event: SubmitEvent) => void;
}

function AddTag({ text, busy, onText, onSubmit }: AddTagProps): JSX.Element {
  return (
    <form class="con-joined" onSubmit={onSubmit}>
      <Field label={i18n.t('people.addTag')} hideLabel>
        {(control) => (
          <input
            {...control}
            class="input"
            maxLength={100}
            placeholder={i18n.t('people.addTag')}
            value={text}
            onInput={(event) => onText(event.currentTarget.value)}
          />
        )}
      </Field>
      <Button type="submit" busy={busy}>
        {i18n.t('people.add')}
      </Button>
    </form>
  );
}
