import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PersonRowView } from '../../../lib/model/console-sync.ts';
import type { PeopleAct } from '../../../lib/model/people-acts.ts';
import { Button } from '../../ui/Button.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { RunDialog } from './RunDialog.tsx';
import { canBeLinked, jobsOf, type Side } from './sides.ts';

const FIRST = [
  ['push', 'up'],
  ['tag', 'add'],
  ['complete', 'check'],
] as const satisfies readonly (readonly [PeopleAct, IconName])[];
const REST = [
  ['link', 'link'],
  ['create', 'person'],
  ['untag', 'close'],
  ['unlink', 'unlink'],
] as const satisfies readonly (readonly [PeopleAct, IconName])[];
/** What is done for many at once. */
export type ManyAct = (typeof FIRST | typeof REST)[number][0];

export interface PeopleActsProps {
  side: Side;
  selected: ReadonlyMap<string, PersonRowView>;
  onClear: () => void;
  onDone: () => void;
}

/** What can be done with those who are selected; on the page only while somebody is. */
export function PeopleActs({ side, selected, onClear, onDone }: PeopleActsProps): JSX.Element | null {
  const [act, setAct] = useState<ManyAct>();
  if (!selected.size) return null;
  const rows = [...selected.values()];
  const has = (one: ManyAct) => rows.some((row) => jobsOf(one, side, row).length);
  const close = () => {
    setAct(undefined);
    onDone();
  };
  const items = REST.filter(([one]) => has(one)).map(([id, icon]) => ({
    id,
    icon,
    label: i18n.t(`people.act.${id}`),
    apart: id === 'unlink',
    onPick: () => setAct(id),
  }));
  return (
    <section class="pp-acts" aria-label={i18n.t('people.selected', selected.size)}>
      <p class="con-strong" role="status">
        {i18n.t('people.selected', selected.size)}
      </p>
      {FIRST.map(([one, icon]) => (
        <Button key={one} size="small" icon={icon} disabled={!has(one)} onClick={() => setAct(one)}>
          {i18n.t(`people.act.${one}`)}
        </Button>
      ))}
      <FindOne side={side} rows={rows} onClose={close} />
      {items.length ? <Menu label={i18n.t('people.moreActs')} items={items} /> : null}
      <Button kind="quiet" size="small" class="pp-clear" onClick={onClear}>
        {i18n.t('people.unselect')}
      </Button>
      {act ? <RunDialog key={act} act={act} side={side} rows={rows} onClose={close} /> : null}
    </section>
  );
}

/** For one person alone, who is linked to nobody: looked for on the other side by hand. */
function FindOne({ side, rows, onClose }: { side: Side; rows: PersonRowView[]; onClose: () => void }): JSX.Element | null {
  const [open, setOpen] = useState(false);
  const [only, ...more] = rows;
  if (!only || more.length || !canBeLinked(side, only)) return null;
  const close = () => {
    setOpen(false);
    onClose();
  };
  return (
    <>
      <Button size="small" icon="search" onClick={() => setOpen(true)}>
        {i18n.t('people.find')}
      </Button>
      {open ? <LinkDialog side={side} row={only} onClose={close} /> : null}
    </>
  );
}
