import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PersonView } from '../../lib/model/panel.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { usePanel } from './context.ts';
import { Foot } from './Head.tsx';
import { ReviewSheet } from './ReviewSheet.tsx';
import { changesOf, payloadOf } from './review.ts';

const NOTHING_TURNED: ReadonlySet<string> = new Set();

/**
 * The one click: fills what HighLevel lacks, and says how much. It never replaces a value; when only replacing is left, it opens the
 * review, where each field is asked.
 */
export function PushFoot({ person }: { person: PersonView }): JSX.Element {
  const { view, act, busy, ifWriting } = usePanel();
  const [open, setOpen] = useState(false);
  const changes = changesOf(person.fields);
  const safe = payloadOf(changes, NOTHING_TURNED);
  const review = () => setOpen(true);
  const push = () => void act('push', 'contact.push', { key: view.key, ...safe });
  if (changes.length === 0) return <InStep person={person} />;
  return (
    <Foot>
      {safe.fields.length ? (
        <Button kind="primary" class="grow" data-focus="push" busy={busy.has('push')} onClick={push}>
          {i18n.t('panel.push.go', safe.fields.length)}
        </Button>
      ) : (
        <Button kind="primary" class="grow" data-focus="push" busy={busy.has('push')} onClick={() => ifWriting(review)}>
          {i18n.t('panel.push.differ', changes.length)}
        </Button>
      )}
      {safe.fields.length ? <Button onClick={review}>{i18n.t('panel.push.review')}</Button> : null}
      {open ? <ReviewSheet changes={changes} close={() => setOpen(false)} /> : null}
    </Foot>
  );
}

function InStep({ person }: { person: PersonView }): JSX.Element {
  const going = person.fields.some((row) => row.state === 'queued' || row.state === 'sending');
  return (
    <Foot>
      <p class="foot-words">
        <Icon name={going ? 'clock' : 'check'} />
        {going ? i18n.t('panel.push.going') : i18n.t('panel.push.nothing')}
      </p>
    </Foot>
  );
}
