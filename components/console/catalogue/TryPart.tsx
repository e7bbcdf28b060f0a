import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { openFields } from '../../../lib/catalog/fields.ts';
import type { Operation } from '../../../lib/catalog/operation.ts';
import type { ConnectionView } from '../../../lib/model/console.ts';
import type { Given } from '../../../lib/model/rule.ts';
import type { System } from '../../../lib/model/subject.ts';
import { OperationForm } from '../../form/OperationForm.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { ActError } from '../ActError.tsx';
import { AnswerPart } from './AnswerPart.tsx';
import { DryPart } from './DryPart.tsx';
import { useCall } from './use-call.ts';

/** "Try it": the operation's form; a read runs at once, a write is only shown. */
export function TryPart({ operation, connections }: { operation: Operation; connections: ConnectionView[] }): JSX.Element {
  const [values, setValues] = useState<Record<string, Given>>({});
  const [chosen, setChosen] = useState<string>();
  const call = useCall(operation);
  const connection = connections.find(({ id }) => id === chosen) ?? connections[0];
  if (!connection) return <NoConnection />;
  return (
    <form
      class="con-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void call.run(values, connection.id);
      }}
    >
      {connections.length > 1 ? <Account connections={connections} chosen={connection.id} onChoose={setChosen} /> : null}
      {openFields(operation.fields).length > 0 ? (
        <OperationForm
          operation={operation}
          connection={connection.id}
          values={values}
          errors={call.errors}
          onChange={setValues}
        />
      ) : null}
      <Submit writes={operation.kind === 'action'} busy={call.busy} name={connection.name} />
      <ActError error={call.error} system={operation.system as System} />
      <div aria-live="polite">
        {call.read ? <AnswerPart answer={call.read} /> : null}
        {call.dry ? <DryPart dry={call.dry} /> : null}
      </div>
    </form>
  );
}

interface AccountProps {
  connections: ConnectionView[];
  chosen: string;
  onChoose: (id: string) => void;
}

function Account({ connections, chosen, onChoose }: AccountProps): JSX.Element {
  return (
    <Field label={i18n.t('catalogue.try.account')}>
      {(control) => (
        <select {...control} class="input" value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
          {connections.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function NoConnection(): JSX.Element {
  return (
    <p>
      {i18n.t('catalogue.try.noConnection')} <a href="#/connections">{i18n.t('catalogue.needs.connect')}</a>
    </p>
  );
}

function Submit({ writes, busy, name }: { writes: boolean; busy: boolean; name: string }): JSX.Element {
  return (
    <div class="con-submit">
      <Button kind="primary" type="submit" busy={busy}>
        {i18n.t(writes ? 'catalogue.try.dry' : 'catalogue.try.run')}
      </Button>
      <p class="con-sealed">{i18n.t(writes ? 'catalogue.try.dryHint' : 'catalogue.try.runHint', [name])}</p>
    </div>
  );
}
