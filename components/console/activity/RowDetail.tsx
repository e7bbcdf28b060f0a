import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { Activity } from '../../../lib/model/activity.ts';
import { hashOf } from '../use-hash.ts';
import { systemName } from '../words.ts';
import { CauseChain } from './CauseChain.tsx';
import type { DetailProps } from './detail-props.ts';
import { changedOf } from './values.ts';
import { becauseWords, fieldName, opWords, ruleOf, valueWords, whyWords } from './words.ts';

/** Why a row of the log came about and what it changed. */
export function RowDetail(props: DetailProps): JSX.Element {
  const { row } = props;
  return (
    <div class="log-detail">
      <section class="log-part">
        <h3 class="eyebrow">{i18n.t('activityPage.why')}</h3>
        <p>{becauseWords(row, props.rules).join(' ')}</p>
        {row.act ? <CauseChain {...props} act={row.act} /> : null}
      </section>
      <Changes row={row} />
      <Losers row={row} />
      <Kept row={row} />
      <Facts row={row} />
      <Ways {...props} />
    </div>
  );
}

const Value = ({ value }: { value: unknown }): JSX.Element => {
  const words = valueWords(value);
  return <span class={words ? undefined : 'log-empty'}>{words || i18n.t('activityPage.empty')}</span>;
};

const TITLES = { write: 'activityPage.changes', run: 'activityPage.setOff' } as const;

function Changes({ row }: { row: Activity }): JSX.Element | null {
  const changed = changedOf(row.body);
  if (!changed.length) return null;
  const title = i18n.t(TITLES[row.kind as keyof typeof TITLES] ?? 'activityPage.values');
  const known = row.body.before !== undefined;
  return (
    <section class="log-part">
      <h3 class="eyebrow">{title}</h3>
      <table class="log-values" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{i18n.t('activityPage.field')}</th>
            {known ? <th scope="col">{i18n.t('activityPage.before')}</th> : null}
            <th scope="col">{i18n.t('activityPage.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changed.map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row">{fieldName(field, row.entity)}</th>
              {known ? (
                <td class="log-before">
                  <Value value={before} />
                </td>
              ) : null}
              <td>
                <Value value={after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Losers({ row }: { row: Activity }): JSX.Element | null {
  const { losers = [] } = row.body;
  if (!losers.length) return null;
  return (
    <section class="log-part">
      <h3 class="eyebrow">{i18n.t('activityPage.losers')}</h3>
      <dl class="log-pairs">
        {losers.map(({ field, side, value }) => (
          <div key={`${field}|${side}`}>
            <dt>{i18n.t('activityPage.loser', [fieldName(field, row.entity), systemName(side)])}</dt>
            <dd>
              <Value value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Kept({ row }: { row: Activity }): JSX.Element | null {
  const { kept = [] } = row.body;
  if (!kept.length) return null;
  return (
    <section class="log-part">
      <h3 class="eyebrow">{i18n.t('activityPage.kept')}</h3>
      <dl class="log-pairs">
        {kept.map(({ field, why }) => (
          <div key={field}>
            <dt>{fieldName(field, row.entity)}</dt>
            <dd>{whyWords(why)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Facts({ row }: { row: Activity }): JSX.Element | null {
  const { op, system, account, id, error } = row;
  const facts: [string, string | undefined][] = [
    [i18n.t('activityPage.operation'), op && `${opWords(op)} (${op})`],
    [i18n.t('activityPage.account'), [system && systemName(system), account].filter(Boolean).join(' ')],
    [i18n.t('activityPage.record'), id],
    [i18n.t('activityPage.error'), error],
  ];
  const known = facts.filter(([, value]) => value);
  if (!known.length) return null;
  return (
    <section class="log-part">
      <h3 class="eyebrow">{i18n.t('activityPage.facts')}</h3>
      <dl class="log-pairs log-facts">
        {known.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Ways({ row, people, rules }: DetailProps): JSX.Element | null {
  const { link } = row;
  const rule = ruleOf(row, rules);
  if (!link && !rule) return null;
  return (
    <p class="log-ways">
      {link && people[link] !== undefined ? (
        <a href={hashOf('people', link)} aria-label={`${i18n.t('activityPage.person')}, ${people[link]}`}>
          {i18n.t('activityPage.person')}
        </a>
      ) : null}
      {link ? <a href={hashOf('activity', link)}>{i18n.t('activityPage.byPerson')}</a> : null}
      {rule && row.cause ? <a href={hashOf('rules', row.cause)}>{i18n.t('activityPage.rule', [rule.name])}</a> : null}
    </p>
  );
}
