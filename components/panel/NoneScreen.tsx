import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { FieldRow, Screen } from '../../lib/model/panel.ts';
import { Badge } from '../ui/Badge.tsx';
import { wordOf } from '../words.ts';
import { Reasons } from './CandidateCard.tsx';
import { CreateButton, CreatePreview } from './CreatePreview.tsx';
import { Body, Foot, Head } from './Head.tsx';
import { valueWords } from './review.ts';
import { WaitingList } from './WaitingList.tsx';

const SEARCHED: ReadonlySet<FieldRow['field']> = new Set(['email', 'phone']);

/** Nobody matches: what was looked for, and what creating would write. */
export function NoneScreen({ name, location, reasons, create }: Extract<Screen, { kind: 'none' }>): JSX.Element {
  const searched = create.filter((row) => row.clio && SEARCHED.has(row.field));
  return (
    <>
      <Head title={name} sub={i18n.t('panel.choose.sub', [location.name])} badge={<Badge>{i18n.t('panel.none.badge')}</Badge>} />
      <Body>
        <section class="group" aria-label={i18n.t('panel.none.title')}>
          <h2 class="lead">{i18n.t('panel.none.title')}</h2>
          <p class="muted">{i18n.t('panel.none.searched', [location.name])}</p>
          <ul class="searched">
            <li>
              <span class="muted">{i18n.t('panel.none.name')}</span> <bdi class="strong">{name}</bdi>
            </li>
            {searched.map((row) => (
              <li key={row.field}>
                <span class="muted">{wordOf('field', row.field)}</span>{' '}
                <bdi class="strong">{valueWords(row.field, row.clio)}</bdi>
              </li>
            ))}
          </ul>
          <Reasons reasons={reasons} />
        </section>
        <CreatePreview rows={create} location={location.name} />
        <WaitingList />
      </Body>
      <Foot>
        <CreateButton rows={create} />
      </Foot>
    </>
  );
}
