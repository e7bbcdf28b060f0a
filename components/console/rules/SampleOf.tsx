import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { TemplateView } from '../../../lib/model/rules-view.ts';
import { factLabel } from './words.ts';

const plain = (value: unknown): string | undefined => {
  if (value === undefined || value === null || value === '') return undefined;
  if (Array.isArray(value)) {
    const texts = value.map((one) => plain(one)).filter(Boolean);
    return texts.length > 0 ? texts.join(', ') : undefined;
  }
  if (typeof value !== 'object') return String(value);
  const { value: inner, day, at, label, name } = value as Record<string, unknown>;
  const one = inner ?? day ?? at ?? label ?? name;
  return one === undefined ? undefined : String(one);
};
const QUIET = [
  'id',
  'contactId',
  'createdAt',
  'updatedAt',
  'kind',
  'customFields',
  'system',
  'account',
  'firstName',
  'lastName',
  'emails',
  'phones',
];

/** The record of the example, so that people see what kind of thing is meant. */
export function SampleOf({ sample }: { sample: TemplateView['sample'] }): JSX.Element | null {
  const record = (sample.after ?? sample.before) as Record<string, unknown> | undefined;
  const lines = Object.entries(record ?? {}).flatMap(([name, value]) => {
    const text = QUIET.includes(name) ? undefined : plain(value);
    return text ? [{ name, text }] : [];
  });
  if (lines.length === 0) return null;
  return (
    <details class="con-more">
      <summary>{i18n.t('rules.templates.sample')}</summary>
      <dl class="rul-sample">
        {lines.slice(0, 8).map(({ name, text }) => (
          <div key={name}>
            <dt>{factLabel(name)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
