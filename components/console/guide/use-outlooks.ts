import { useEffect, useState } from 'preact/hooks';
import { send } from '../../../lib/messages/send.ts';
import type { Outlook } from '../../../lib/model/people-acts.ts';
import type { ClioPerson } from './clio-people.ts';

/** Each is read from both systems: a few calls a person. */
const LOOKED_AT = 12;
const SHOWN = 5;

export interface Seen extends ClioPerson {
  outlook: Outlook;
}

export const isDoable = (outlook: Outlook): boolean => outlook === 'new' || outlook === 'fill';

/** What a push of each would come to, one after the other, so that the list grows and never moves; `all`: also where nothing is to do. */
export function useOutlooks(people: ClioPerson[] | undefined, all: boolean): { seen: Seen[]; isLooking: boolean } {
  const [state, setState] = useState<{ seen: Seen[]; isLooking: boolean }>({ seen: [], isLooking: true });
  const which = people?.map(({ link }) => link).join();
  useEffect(() => {
    if (!people) return undefined;
    let isHere = true;
    setState({ seen: [], isLooking: true });
    void (async () => {
      const seen: Seen[] = [];
      for (const person of people.slice(0, LOOKED_AT)) {
        if (!isHere || seen.length === SHOWN) break;
        // Who can't be read just now is left out; others are there.
        const found = await send('people.look', { link: person.link }).catch(() => undefined);
        if (!found || !(all || isDoable(found.outlook))) continue;
        seen.push({ ...person, ...found });
        if (isHere) setState({ seen: [...seen], isLooking: true });
      }
      if (isHere) setState({ seen, isLooking: false });
    })();
    return () => {
      isHere = false;
    };
  }, [which, all]);
  return state;
}
