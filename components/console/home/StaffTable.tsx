import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { HomeStaff } from '../../../lib/model/console-home.ts';
import { Badge } from '../../ui/Badge.tsx';
import { systemName } from '../words.ts';
import { numberWords } from './words.ts';

/** What the users of both systems wrote, did and met in the days shown. */
export function StaffTable({ staff }: { staff: HomeStaff[] }): JSX.Element | null {
  const id = useId();
  if (!staff.length) return null;
  return (
    <section aria-labelledby={id}>
      <h3 class="home-sub" id={id}>
        {i18n.t('home.who.staff')}
      </h3>
      <table class="home-counts" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{i18n.t('home.who.name')}</th>
            <th scope="col">{i18n.t('home.who.staffNotes')}</th>
            <th scope="col">{i18n.t('home.who.staffTasks')}</th>
            <th scope="col">{i18n.t('home.who.staffMeetings')}</th>
          </tr>
        </thead>
        <tbody class="nums">
          {staff.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {one.name} <Badge>{systemName(one.system)}</Badge>
              </th>
              <td>{numberWords(one.notes)}</td>
              <td>{numberWords(one.tasks)}</td>
              <td>{one.system === 'clio' ? <Untold /> : numberWords(one.meetings)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small muted">{i18n.t('home.who.staffLead')}</p>
    </section>
  );
}

/** A dash is no figure: it is not that there were none. */
const Untold = (): JSX.Element => (
  <>
    <span aria-hidden="true">–</span>
    <span class="unseen">{i18n.t('home.who.untold')}</span>
  </>
);
