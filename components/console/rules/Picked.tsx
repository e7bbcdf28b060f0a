import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ChoiceList } from '../../form/ChoiceList.tsx';
import { Button } from '../../ui/Button.tsx';
import type { ListPick } from './picks.ts';
import '../../form/form.css';

export interface PickedProps {
  pick: ListPick | undefined;
  /** What is chosen, for the button's name. */
  what: string;
  onPick: (value: string) => void;
  children: ComponentChildren;
}

/** An input, with the vendor's list beside it where there is one. */
export function Picked({ pick, what, onPick, children }: PickedProps): JSX.Element {
  const [open, setOpen] = useState(false);
  if (!pick) return <>{children}</>;
  return (
    <div class="form-record">
      <div class="con-joined">
        {children}
        <Button
          icon="search"
          aria-expanded={open ? 'true' : 'false'}
          aria-label={i18n.t('form.pickWhat', [what])}
          onClick={() => setOpen(!open)}
        >
          {i18n.t('form.pick')}
        </Button>
      </div>
      {open ? (
        <ChoiceList
          {...pick}
          label={what}
          onPick={({ id }) => {
            setOpen(false);
            onPick(id);
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </div>
  );
}
