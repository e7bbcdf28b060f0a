import type { JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PrivacyFirm, PrivacyView } from '../../../lib/model/settings-view.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { ActError } from '../ActError.tsx';
import { useSend } from '../use-send.ts';

type MatterOf = PrivacyFirm['matters'][number] & { clio: string };

/** Matters whose notes or private tasks may leave Clio, each with the way to take that back. */
export function MattersCard({ view, say }: { view: PrivacyView; say: (words: string) => void }): JSX.Element {
  const id = useId();
  const head = useRef<HTMLHeadingElement>(null);
  const act = useSend('privacy.revoke');
  const rows = view.firms.flatMap(({ clio, matters }) => matters.map((one): MatterOf => ({ ...one, clio: clio.id })));
  const revoke = async ({ clio, id: matter, name }: MatterOf) => {
    if (!(await act.run({ clio, matter }))) return;
    say(i18n.t('privacy.matters.revoked', [name]));
    head.current?.focus();
  };
  return (
    <section class="con-panel con-block" aria-labelledby={id}>
      <h2 id={id} ref={head} tabIndex={-1}>
        {i18n.t('privacy.matters.title')}
      </h2>
      <p class="muted small">{i18n.t('privacy.matters.lead')}</p>
      {rows.length ? (
        <ul class="pri-matters" aria-labelledby={id}>
          {rows.map((one) => (
            <Row key={`${one.clio}${one.id}`} one={one} busy={act.busy} revoke={() => revoke(one)} />
          ))}
        </ul>
      ) : (
        <p class="small">{i18n.t('privacy.matters.none')}</p>
      )}
      {rows.length ? <p class="muted small">{i18n.t('privacy.matters.stays')}</p> : null}
      <ActError error={act.error} />
    </section>
  );
}

function Row({ one, busy, revoke }: { one: MatterOf; busy: boolean; revoke: () => void }): JSX.Element {
  return (
    <li class="pri-matter">
      <span class="pri-matter-name">{one.name}</span>
      {one.notes ? <Badge tone="warn">{i18n.t('privacy.matters.notes')}</Badge> : null}
      {one.privateTasks ? <Badge tone="warn">{i18n.t('privacy.matters.tasks')}</Badge> : null}
      <Button size="small" aria-label={i18n.t('privacy.matters.revokeWhat', [one.name])} busy={busy} onClick={revoke}>
        {i18n.t('privacy.matters.revoke')}
      </Button>
    </li>
  );
}
