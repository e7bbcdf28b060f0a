import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { AskDetail } from './AskDetail.tsx';
import { AskList } from './AskList.tsx';
import type { Item } from './items.ts';
import { keysOf } from './keys.ts';
import type { Triage } from './use-triage.ts';

export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

export interface TriageColumnsProps {
  triage: Triage;
  /** The one shown beside the list. */
  item: Item;
  now: number;
  /** How many wait that the list does not hold. */
  more: number;
}

/** All that waits beside the one that is decided now. */
export function TriageColumns({ triage, item, now, more }: TriageColumnsProps): JSX.Element {
  const detail = useRef<HTMLDivElement>(null);
  const toDetail = () => detail.current?.querySelector<HTMLElement>('input, button')?.focus();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for what is inside, each of which is a control itself
    <div class="ny-columns" onKeyDown={keysOf(triage, toDetail)}>
      <div class="ny-side">
        <AskList groups={triage.groups} active={item.key} now={now} focus={triage.focus} onPick={triage.go} />
        {more > 0 ? <p class="ny-more muted small">{i18n.t('needsYou.more', [new Intl.NumberFormat().format(more)])}</p> : null}
      </div>
      <div class="ny-main" ref={detail}>
        <AskDetail
          key={item.key}
          item={item}
          choices={triage.choices}
          now={now}
          zone={ownZone()}
          picks={triage.picks}
          onPick={triage.pick}
          onDecide={triage.choose}
        />
        <KeysLine />
      </div>
    </div>
  );
}

/** What `keysOf` listens to, for whoever looks. */
function KeysLine(): JSX.Element {
  return (
    <p class="ny-keys" aria-hidden="true">
      <kbd>J</kbd> <kbd>K</kbd> {i18n.t('needsYou.keys.move')} <kbd>1</kbd>–<kbd>9</kbd> {i18n.t('needsYou.keys.decide')}{' '}
      <kbd>Z</kbd> {i18n.t('needsYou.keys.undo')}
    </p>
  );
}
