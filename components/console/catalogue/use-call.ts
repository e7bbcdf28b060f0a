import { useEffect, useRef, useState } from 'preact/hooks';
import { openFields } from '../../../lib/catalog/fields.ts';
import type { Operation } from '../../../lib/catalog/operation.ts';
import { type Problem, validate } from '../../../lib/catalog/operations/validate.ts';
import { send } from '../../../lib/messages/send.ts';
import type { DryView, TryView } from '../../../lib/model/catalogue-view.ts';
import { type AppError, toAppError } from '../../../lib/model/errors.ts';
import type { Given } from '../../../lib/model/rule.ts';

export interface Outcome {
  busy: boolean;
  read?: TryView;
  dry?: DryView;
  error?: AppError;
}

export interface Call extends Outcome {
  errors: Problem[];
  run: (values: Record<string, Given>, connection: string) => Promise<void>;
}

/** A write of nothing, where each field alone may stay empty: the first one is asked for. */
function nothingIn({ kind, fields }: Operation, values: object): Problem[] {
  const [first] = openFields(fields);
  return kind === 'action' && first && !Object.keys(values).length ? [{ field: first.name, code: 'required' }] : [];
}

/** Tries one operation out: a read at once, a write as a picture of what would be sent. */
export function useCall(operation: Operation): Call {
  const [state, setState] = useState<Outcome>({ busy: false });
  const [errors, setErrors] = useState<Problem[]>([]);
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );
  const run = async (values: Record<string, Given>, connection: string) => {
    const checked = validate(operation.fields, values);
    const problems = checked.ok ? nothingIn(operation, checked.values) : checked.errors;
    setErrors(problems);
    if (problems.length) return;
    const mine = ++turn.current;
    const put = (next: Outcome) => {
      if (mine === turn.current) setState(next);
    };
    put({ busy: true });
    const payload = { id: operation.id, values, connection };
    try {
      if (operation.kind === 'action') put({ busy: false, dry: await send('operation.dry', payload) });
      else put({ busy: false, read: await send('operation.try', payload) });
    } catch (thrown) {
      put({ busy: false, error: toAppError(thrown) });
    }
  };
  return { ...state, errors, run };
}
