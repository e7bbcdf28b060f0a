import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ConnectionsView } from '../../../lib/model/console.ts';
import type { Region } from '../../../lib/model/subject.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ActError } from '../ActError.tsx';
import { CopyField } from '../CopyField.tsx';
import { checkAppPart, checkLocation, checkToken } from '../checks.ts';
import { RegionField } from '../RegionField.tsx';
import { ClioPermissionList } from '../ScopeList.tsx';
import { SecretField } from '../SecretField.tsx';
import { SignInStatus, saidBySignIn } from '../SignInStatus.tsx';
import { TextField } from '../TextField.tsx';
import { TokenError } from '../TokenError.tsx';
import { TokenFields } from '../TokenFields.tsx';
import { type Fields, useFields } from '../use-fields.ts';
import { useSend } from '../use-send.ts';
import { accountOf } from './steps.ts';

type Names = 'token' | 'location' | 'clientId' | 'clientSecret';
const fine = () => undefined;

/** What is to be typed, and the two acts: the token first, then Clio's window. What is connected already is asked for no more. */
function useConnecting(view: ConnectionsView, region: Region, again: () => void) {
  const [highlevel, clio] = [accountOf(view, 'highlevel'), accountOf(view, 'clio')];
  const fields = useFields<Names>({
    token: highlevel ? fine : checkToken,
    location: highlevel ? fine : checkLocation,
    clientId: clio ? fine : checkAppPart,
    clientSecret: clio ? fine : checkAppPart,
  });
  const add = useSend('connection.add-token');
  const signIn = useSend('connection.sign-in');
  const busy = add.busy || signIn.busy || view.signIn?.state === 'open';
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy || !fields.check(event.currentTarget as HTMLFormElement)) return;
    const { token, location: locationId, clientId, clientSecret } = fields.values;
    if (!highlevel && !(await add.run({ token, locationId }))) return;
    fields.clear('token', 'location');
    if (!clio) await signIn.run({ system: 'clio', region, clientId, clientSecret });
    again();
  };
  return { highlevel, clio, fields, add, signIn, busy, submit };
}

/** Both systems in one form: four values and one button. */
export function ConnectForm({ view, again }: { view: ConnectionsView; again: () => void }): JSX.Element {
  const [chosen, setChosen] = useState<Region>();
  const region = chosen ?? view.clioTabRegion ?? 'us';
  const { highlevel, clio, fields, add, signIn, busy, submit } = useConnecting(view, region, again);
  return (
    <form class="gui-connect" noValidate onSubmit={submit} aria-label={i18n.t('guide.connect.title')}>
      <div class="gui-sides">
        <fieldset class="gui-side">
          <legend>{i18n.t('guide.connect.highlevel')}</legend>
          {highlevel ? <Connected name={highlevel.name} /> : <TokenFields bind={fields.bind} />}
          <TokenError error={add.error} />
        </fieldset>
        <fieldset class="gui-side">
          <legend>{i18n.t('guide.connect.clio')}</legend>
          {clio ? <Connected name={clio.name} /> : <ClioPart fields={fields} region={region} onRegion={setChosen} view={view} />}
          {clio ? null : <SignInStatus system="clio" signIn={view.signIn} />}
          {saidBySignIn(signIn.error, view.signIn) ? null : <ActError error={signIn.error} system="clio" />}
        </fieldset>
      </div>
      <div class="gui-acts">
        <Button kind="primary" type="submit" busy={busy}>
          {i18n.t('guide.connect.act')}
        </Button>
        <p class="con-sealed">
          <Icon name="lock" size={14} />
          <span>{i18n.t('guide.connect.sealed')}</span>
        </p>
        <a class="small" href="#/connections">
          {i18n.t('guide.connect.other')}
        </a>
      </div>
    </form>
  );
}

const Connected = ({ name }: { name: string }): JSX.Element => (
  <p class="gui-connected">
    <Icon name="check" size={14} /> <strong>{name}</strong>
  </p>
);

interface ClioPartProps {
  fields: Fields<Names>;
  region: Region;
  onRegion: (region: Region) => void;
  view: ConnectionsView;
}

function ClioPart({ fields, region, onRegion, view }: ClioPartProps): JSX.Element {
  return (
    <>
      <TextField label={i18n.t('console.clio.appKey')} {...fields.bind('clientId')} hint={i18n.t('guide.connect.appHint')} />
      <SecretField label={i18n.t('console.clio.appSecret')} {...fields.bind('clientSecret')} />
      <RegionField region={region} onChoose={onRegion} />
      <details class="con-more">
        <summary>{i18n.t('guide.connect.app')}</summary>
        <CopyField label={i18n.t('console.clio.redirect')} value={view.redirectUrl} hint={i18n.t('console.clio.redirectHint')} />
        <ClioPermissionList />
      </details>
    </>
  );
}
