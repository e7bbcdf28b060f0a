import { useState } from 'preact/hooks';
import { send } from '../../../lib/messages/send.ts';
import { type AppError, toAppError } from '../../../lib/model/errors.ts';
import type { Given, Rule } from '../../../lib/model/rule.ts';
import type { TemplateView } from '../../../lib/model/rules-view.ts';
import { operationLabel } from '../catalogue/words.ts';
import { withChosen } from './draft.ts';
import { templateName } from './words.ts';

/** One custom field may stand in several places; it is chosen once. */
export const askKey = ({ rule, at, entity, system }: TemplateView['asks'][number]): string =>
  entity === 'custom-field' ? `${system} ${entity}` : `${rule} ${at}`;

/** The template's rules under ids of their own, with what was chosen put in. */
export function rulesFrom(template: TemplateView, chosen: Record<string, Given>, now: number): Rule[] {
  return template.rules.map((rule, index) => {
    const asks = template.asks.filter((ask) => ask.rule === index);
    const filled = asks.reduce((one, ask) => {
      const value = chosen[askKey(ask)];
      return value === undefined ? one : withChosen(one, ask.at, value);
    }, rule);
    const own = templateName(template.id);
    const name = template.rules.length > 1 ? `${own}: ${operationLabel(rule.trigger.id)}` : own;
    return {
      ...filled,
      name: name.slice(0, 120),
      id: `${template.id}-${index}-${now.toString(36)}`.slice(0, 64),
      version: 0,
      template: template.id,
    };
  });
}

export interface Adding {
  busy: boolean;
  error?: AppError;
  /** Resolves to the rules as they are kept; undefined after a failure. */
  add: (rules: Rule[]) => Promise<Rule[] | undefined>;
}

/** Keeps new rules, one after the other. */
export function useAdding(): Adding {
  const [state, setState] = useState<{ busy: boolean; error?: AppError }>({ busy: false });
  const add = async (rules: Rule[]): Promise<Rule[] | undefined> => {
    setState({ busy: true });
    try {
      const saved: Rule[] = [];
      for (const rule of rules) saved.push(await send('rule.save', { rule }));
      setState({ busy: false });
      return saved;
    } catch (thrown) {
      setState({ busy: false, error: toAppError(thrown) });
      return undefined;
    }
  };
  return { ...state, add };
}
