import type { JSX } from 'preact';
import type { Activity } from '../../../lib/model/activity.ts';
import type { ActivityView } from '../../../lib/model/console-sync.ts';
import { activityByKey, activityKindKey, activityOutcomeKey } from '../../../lib/model/sync-words.ts';
import { Badge } from '../../ui/Badge.tsx';
import { systemName } from '../words.ts';
import { lookUp, opWords, ruleOf, TONES, whyWords } from './words.ts';

/** The person only where the label does not say it already. */
const whoOf = ({ body, link }: Activity, people: Record<string, string>): string | undefined => {
  const name = link ? people[link] : undefined;
  return name && !body.label.includes(name) ? name : undefined;
};

interface RowLineProps {
  row: Activity;
  people: Record<string, string>;
  rules?: ActivityView['rules'];
}

/** What a row of the log is about, in one line and a half. */
export function RowLine({ row, people, rules = {} }: RowLineProps): JSX.Element {
  const { op, kind, by, why, error, body, system, outcome } = row;
  const about = [
    whoOf(row, people),
    ruleOf(row, rules)?.name ?? lookUp(activityByKey(by)),
    op && system ? systemName(system) : undefined,
  ];
  const reason = error ? lookUp(`error.${error.replaceAll('-', '_')}`) : why ? whyWords(why) : undefined;
  const what = op ? opWords(op) : lookUp(activityKindKey(kind));
  const more = [...about, reason].filter(Boolean).join(' · ');
  return (
    <>
      <span class="log-what">
        <span class="log-title" title={`${what} ${body.label}`}>
          <strong class="con-strong">{what}</strong>
          {body.label ? <span class="log-label"> {body.label}</span> : null}
        </span>
        <span class="log-more" title={more}>
          {about.filter(Boolean).join(' · ')}
          {reason ? <span class="log-reason"> · {reason}</span> : null}
        </span>
      </span>
      <Badge tone={TONES[outcome]}>{lookUp(activityOutcomeKey(outcome))}</Badge>
    </>
  );
}
