import type { ComponentChildren, JSX } from 'preact';
import { i18n } from '#i18n';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { useCopy } from './use-copy.ts';

/** A value to be carried into a vendor's form: read only, selected on focus, with a copy button. */
export function CopyField({ label, value, hint }: { label: string; value: string; hint?: ComponentChildren }): JSX.Element {
  const { copied, copy } = useCopy();
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <div class="con-joined">
          <input
            {...control}
            class="input con-mono con-fixed"
            readOnly
            value={value}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button
            icon={copied ? 'check' : undefined}
            aria-label={i18n.t('console.copyWhat', [label])}
            onClick={() => copy(value)}
          >
            {i18n.t(copied ? 'console.copied' : 'console.copy')}
          </Button>
          <span class="unseen" role="status">
            {copied ? i18n.t('console.copied') : ''}
          </span>
        </div>
      )}
    </Field>
  );
}
