import type { JSX } from 'preact';
import { i18n } from '#i18n';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';

/** All is set up: how the first push goes. */
export function FinishStep(): JSX.Element {
  return (
    <Card title={i18n.t('guide.finish.title')} level={2}>
      <p>{i18n.t('guide.finish.text')}</p>
      <div class="gui-acts">
        <Button
          kind="primary"
          onClick={() => {
            location.hash = '#/home';
          }}
        >
          {i18n.t('guide.finish.act')}
        </Button>
      </div>
    </Card>
  );
}
