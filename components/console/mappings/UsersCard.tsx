import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Place } from '../../../lib/model/panel.ts';
import { Button } from '../../ui/Button.tsx';
import { Options, Pick } from './Pick.tsx';
import type { PartProps } from './part-props.ts';
import { proposals, withPair } from './users.ts';
import { count } from './words.ts';

/** Who in Clio is who in HighLevel, for assignees. */
export function UsersCard(props: PartProps): JSX.Element {
  const id = useId();
  const { pair, choice, change } = props;
  const { clio, highlevel } = pair.users;
  return (
    <section class="con-panel con-block" aria-labelledby={id}>
      <h2 id={id}>{i18n.t('mappings.users.title')}</h2>
      <p class="muted small">
        {i18n.t('mappings.users.lead')}{' '}
        {clio.length ? i18n.t('mappings.users.paired', [count(choice.users.length), count(clio.length)]) : null}
      </p>
      <Proposal {...props} />
      {clio.length && highlevel.length ? <UsersTable {...props} /> : <p class="muted small">{i18n.t('mappings.users.none')}</p>}
      <Pick
        label={i18n.t('mappings.users.assignee')}
        hint={i18n.t('mappings.users.assigneeHint')}
        none={i18n.t('mappings.users.nobody')}
        value={choice.assignee}
        places={clio}
        onChoose={(assignee) => change({ assignee })}
      />
    </section>
  );
}

function Proposal({ pair, choice, change }: PartProps): JSX.Element | null {
  const found = proposals(pair.users.clio, pair.users.highlevel, choice.users);
  if (!found.length) return null;
  return (
    <div class="con-note con-signin-open map-proposal">
      <p>{i18n.t('mappings.users.proposal', found.length)}</p>
      <Button size="small" onClick={() => change({ users: [...choice.users, ...found] })}>
        {i18n.t('mappings.users.take')}
      </Button>
    </div>
  );
}

function UsersTable({ pair, choice, change }: PartProps): JSX.Element {
  return (
    <table class="map-table">
      <caption class="unseen">{i18n.t('mappings.users.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{i18n.t('mappings.users.clio')}</th>
          <th scope="col">{i18n.t('mappings.users.highlevel')}</th>
        </tr>
      </thead>
      <tbody>
        {pair.users.clio.map((one) => (
          <UserRow
            key={one.id}
            user={one}
            others={pair.users.highlevel}
            chosen={choice.users.find((two) => two.clio === one.id)?.highlevel}
            choose={(other) => change({ users: withPair(choice.users, one.id, other) })}
          />
        ))}
      </tbody>
    </table>
  );
}

interface UserRowProps {
  user: Place;
  others: Place[];
  chosen?: string;
  choose: (id: string | undefined) => void;
}

function UserRow({ user, others, chosen, choose }: UserRowProps): JSX.Element {
  return (
    <tr>
      <th scope="row">{user.name}</th>
      <td>
        <select
          class="input map-select"
          aria-label={i18n.t('mappings.users.of', [user.name])}
          value={chosen ?? ''}
          onChange={(event) => choose(event.currentTarget.value || undefined)}
        >
          <option value="">{i18n.t('mappings.users.nobody')}</option>
          <Options places={others} kept={chosen} />
        </select>
      </td>
    </tr>
  );
}
