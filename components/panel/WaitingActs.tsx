import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { ErrorCode } from '../../lib/model/errors.ts';
import type { WriteItem } from '../../lib/model/operation.ts';
import { Button } from '../ui/Button.tsx';
import { type PanelContext, usePanel } from './context.ts';

/** What gets a stopped write on. `link` and `again` leave the write behind: as it is, it would be refused each time. */
type WayOn = 'retry' | 'again' | { link: string };

function wayOn({ state, op, error }: WriteItem): WayOn | undefined {
  if (state !== 'failed' && state !== 'needs-you') return undefined;
  // It holds the values as they were seen then: only a new look and a new choice can be written.
  if (error?.code === 'changed-meanwhile') return 'again';
  if (error?.code !== 'duplicate-contact' || op !== 'highlevel.contact.create') return 'retry';
  return error.facts.existingId ? { link: error.facts.existingId } : 'again';
}

/** Codes of writes that may have arrived, so that discarding can't promise that nothing is written. */
const MAYBE_WRITTEN: ReadonlySet<ErrorCode> = new Set(['outcome-unknown', 'not-as-sent']);

/** What a person can do about a write: get a stopped one on, discard one that was not sent. Nothing for one that is on its way. */
export function WaitingActs({ item }: { item: WriteItem }): JSX.Element | null {
  const panel = usePanel();
  const way = wayOn(item);
  // What was sent and not answered is looked for first; to forget it would leave a record nobody knows of.
  if (!way && item.state !== 'queued') return null;
  const { label, run } = way ? onward(panel, item, way) : { label: '', run: undefined };
  const drop = `drop:${item.id}`;
  const edit = () => void panel.act('console', 'console.open', { write: item.id });
  return (
    <div class="row-acts">
      {run ? (
        <Button size="small" busy={panel.busy.has(`on:${item.id}`)} onClick={run}>
          {label}
        </Button>
      ) : null}
      {item.canEdit ? (
        <Button size="small" busy={panel.busy.has('console')} onClick={edit}>
          {i18n.t('panel.waiting.edit')}
        </Button>
      ) : null}
      <Button size="small" kind="quiet" busy={panel.busy.has(drop)} onClick={() => askDrop(panel, item, drop)}>
        {i18n.t('panel.waiting.drop')}
      </Button>
    </div>
  );
}

function onward({ act, view }: PanelContext, item: WriteItem, way: WayOn): { label: string; run: () => void } {
  const slot = `on:${item.id}`;
  const writeId = item.id;
  const { key } = view;
  if (way === 'retry') return { label: i18n.t('panel.retry'), run: () => void act(slot, 'write.retry', { writeId }) };
  const lookAgain = async () => {
    if (await act(slot, 'write.drop', { writeId })) await act('refresh', 'panel.refresh', { key });
  };
  if (way === 'again') return { label: i18n.t('panel.waiting.again'), run: () => void lookAgain() };
  // The link first: if that is refused, the write still says why it waits.
  const link = async () => {
    if (await act(slot, 'link.set', { key, highlevelId: way.link })) await act(slot, 'write.drop', { writeId });
  };
  return { label: i18n.t('panel.waiting.link'), run: () => void link() };
}

function askDrop({ ask, act }: PanelContext, { id, label, error }: WriteItem, slot: string): void {
  const words = error && MAYBE_WRITTEN.has(error.code) ? 'panel.waiting.dropSentWords' : 'panel.waiting.dropWords';
  const run = () => void act(slot, 'write.drop', { writeId: id });
  ask({
    title: i18n.t('panel.waiting.dropTitle'),
    body: <p>{i18n.t(words, [label])}</p>,
    choices: [{ label: i18n.t('panel.waiting.drop'), kind: 'danger', run }],
  });
}
