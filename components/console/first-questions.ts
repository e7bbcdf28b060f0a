import type { Payload } from '../../lib/messages/protocol.ts';
import { askEarly } from '../early.ts';
import { sidesOf } from './people/sides.ts';

/** What Home asks first; the lists come with its second question. */
export const FIRST_HOME = { days: 30, quick: true } as const satisfies Payload<'home.view'>;

/** A question that fails is asked again by the page, which then says so. */
const later = (asked: Promise<unknown>): void => void asked.catch(() => undefined);

export function firstOfHome(): void {
  later(askEarly('home.view', FIRST_HOME));
  later(askEarly('connections.view', {}));
}

/** Somebody's own page, or the list that People begins with: the first account's, which the accounts have to tell. */
export function firstOfPeople(link: string): void {
  const list = () =>
    askEarly('connections.view', {}).then((view) => {
      const [side] = sidesOf(view);
      return side && askEarly('people.view', { system: side.system, account: side.account });
    });
  later(link ? askEarly('person.view', { link }) : list());
}
