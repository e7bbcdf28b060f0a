import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Screen } from '../../lib/model/panel.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { usePanel } from './context.ts';
import { Body, Foot, Head } from './Head.tsx';
import { ConnectionsButton } from './QuietScreens.tsx';

/** Several HighLevel locations: which one belongs to this Clio account. Asked once. */
export function PairScreen({ clio, locations }: Extract<Screen, { kind: 'pair' }>): JSX.Element {
  const { view, act, busy } = usePanel();
  const [picked, setPicked] = useState('');
  const place = locations.find((one) => one.id === picked);
  const save = () => {
    if (place) void act('pair', 'location.pair', { key: view.key, highlevel: place.id });
  };
  return (
    <>
      <Head title={i18n.t('panel.pair.title')} icon="link" sub={clio.name} />
      <Body>
        <fieldset class="cards">
          <legend class="lead">{i18n.t('panel.pair.ask', [clio.name])}</legend>
          {locations.map((one) => (
            <label key={one.id} class="pick">
              <input type="radio" name="location" checked={one.id === picked} onChange={() => setPicked(one.id)} />
              <span class="pick-name" dir="auto">
                {one.name}
              </span>
            </label>
          ))}
        </fieldset>
        <Card level={2} look="sunken" title={i18n.t('panel.pair.onceTitle')}>
          <p class="muted small">{i18n.t('panel.pair.once')}</p>
        </Card>
      </Body>
      <Foot>
        <Button kind="primary" class="grow" disabled={!place} busy={busy.has('pair')} onClick={save}>
          {place ? i18n.t('panel.pair.go', [place.name]) : i18n.t('panel.pair.first')}
        </Button>
        <ConnectionsButton label={i18n.t('panel.connections')} />
      </Foot>
    </>
  );
}
