import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TagItem } from '../../lib/model/panel.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { usePanel } from './context.ts';
import { TagPicker } from './TagPicker.tsx';

export function TagList({ tags, known, dnd }: { tags: TagItem[]; known: string[]; dnd: boolean }): JSX.Element {
  const { view, act, busy, ifWriting } = usePanel();
  const [adding, setAdding] = useState(false);
  const opener = useRef<HTMLLIElement>(null);
  const add = async (tag: string) => {
    if (await act('tag', 'tag.add', { key: view.key, tags: [tag] })) shut();
  };
  const shut = () => {
    setAdding(false);
    requestAnimationFrame(() => opener.current?.querySelector('button')?.focus());
  };
  return (
    <section class="group" aria-label={i18n.t('panel.tags.title')}>
      <h2 class="eyebrow">{i18n.t('panel.tags.title')}</h2>
      <ul class="chips">
        {dnd ? <DoNotDisturb /> : null}
        {tags.map((tag) => (
          <Tag key={tag.name} tag={tag} />
        ))}
        <li ref={opener}>
          {adding ? null : (
            <Button kind="quiet" size="small" data-focus="tag" onClick={() => ifWriting(() => setAdding(true))}>
              {i18n.t('panel.tags.add')}
            </Button>
          )}
        </li>
      </ul>
      {adding ? (
        <TagPicker
          known={known.filter((name) => !tags.some((tag) => tag.name === name))}
          busy={busy.has('tag')}
          onPick={(tag) => void add(tag)}
          onClose={shut}
        />
      ) : null}
    </section>
  );
}

const DoNotDisturb = (): JSX.Element => (
  <li>
    <Badge tone="bad">{i18n.t('panel.tags.dnd')}</Badge>
  </li>
);

function Tag({ tag }: { tag: TagItem }): JSX.Element {
  const { view, act, busy } = usePanel();
  const slot = `tag:${tag.name}`;
  const going = busy.has(slot) || tag.state === 'queued' || tag.state === 'sending' || tag.state === 'removing';
  const remove = () => void act(slot, 'tag.remove', { key: view.key, tags: [tag.name] });
  return (
    <li class={`tag tag-${tag.state}`}>
      <span class="cut" dir="auto" title={tag.name}>
        {tag.name}
      </span>
      {tag.state === 'failed' ? <Icon name="alert" size={12} label={i18n.t('panel.tags.failed')} /> : null}
      {going ? (
        <Spinner size={12} label={i18n.t('panel.tags.going', [tag.name])} />
      ) : (
        <button type="button" class="tag-remove" aria-label={i18n.t('panel.tags.remove', [tag.name])} onClick={remove}>
          <Icon name="close" size={12} />
        </button>
      )}
    </li>
  );
}
