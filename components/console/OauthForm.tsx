import type { ComponentChildren, JSX } from 'preact';
import type { ConnectionsView } from '../../lib/model/console.ts';
import type { Region, System } from '../../lib/model/subject.ts';
import { Button } from '../ui/Button.tsx';
import { ActError } from './ActError.tsx';
import { checkAppPart } from './checks.ts';
import { SealedLine } from './SealedLine.tsx';
import { SecretField } from './SecretField.tsx';
import { saidBySignIn } from './SignInStatus.tsx';
import { TextField } from './TextField.tsx';
import { useFields } from './use-fields.ts';
import { useSend } from './use-send.ts';

export interface OauthWords {
  form: string;
  lead: string;
  clientId: string;
  clientSecret: string;
  submit: string;
  busy: string;
}

export interface OauthFormProps {
  system: System;
  region?: Region;
  words: OauthWords;
  signIn: ConnectionsView['signIn'];
  onDone: () => void;
  /** What has to be carried into the firm's app first: redirect URL, scopes, region. */
  children: ComponentChildren;
}

/** Signs in with the firm's own app. The window itself is opened by the background; `signIn` of the view tells how it goes. */
export function OauthForm({ system, region, words, signIn, onDone, children }: OauthFormProps): JSX.Element {
  const fields = useFields({ clientId: checkAppPart, clientSecret: checkAppPart });
  const act = useSend('connection.sign-in');
  const open = signIn?.state === 'open';
  const busy = act.busy || open;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy || !fields.check(event.currentTarget as HTMLFormElement)) return;
    const { clientId, clientSecret } = fields.values;
    if (await act.run({ system, region, clientId, clientSecret })) {
      fields.clear('clientId', 'clientSecret');
      onDone();
    }
  };
  return (
    <form class="con-form" noValidate onSubmit={submit} aria-label={words.form}>
      <p class="muted">{words.lead}</p>
      {children}
      <div class="con-pair-fields">
        <TextField label={words.clientId} {...fields.bind('clientId')} />
        <SecretField label={words.clientSecret} {...fields.bind('clientSecret')} />
      </div>
      {saidBySignIn(act.error, signIn) ? null : <ActError error={act.error} system={system} />}
      <div class="con-submit">
        <Button kind="primary" type="submit" busy={busy}>
          {busy ? words.busy : words.submit}
        </Button>
        <SealedLine system={system} />
      </div>
    </form>
  );
}
