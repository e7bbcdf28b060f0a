import type { JSX } from 'preact';
import { i18n } from '#i18n';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';

const HOME = '#/home';

/** All is behind: where to look from now on. */
export function FinishStep({ pushed }: { pushed: boolean }): JSX.Element {
  return (
    <Card title={i18n.t('guide.finish.title')} level={2}>
      <p>{i18n.t(pushed ? 'guide.finish.pushed' : 'guide.finish.text')}</p>
      <div class="gui-acts">
        <Button
          kind="primary"
          onClick={() => {
            location.hash = HOME;
          }}
        >
          {i18n.t('guide.finish.act')}
        </Button>
        <a href="#/activity">{i18n.t('guide.finish.activity')}</a>
        <a href="#/mappings">{i18n.t('guide.finish.sync')}</a>
      </div>
    </Card>
  );
}
