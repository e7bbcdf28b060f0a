import * as z from 'zod/mini';
import { CONTACT_FIELDS } from '../model/contact.ts';
import type { ActStates, AskCount, Outlook, PeopleDone } from '../model/people-acts.ts';
import { PEOPLE_ACTS, PEOPLE_AT_ONCE } from '../model/people-acts.ts';
import { link } from './protocol-sync.ts';
import { id, message, nothing, some, text } from './shapes.ts';

const most = <T extends z.ZodMiniType>(one: T, count: number) => z.array(one).check(z.minLength(1), z.maxLength(count));
const fields = z.optional(most(z.enum(CONTACT_FIELDS), CONTACT_FIELDS.length));

/** What the console's pages on people and open questions ask and say besides lib/messages/protocol-sync. */
export const PEOPLE_MESSAGES = {
  /** How much waits for a person; opens nothing that is sealed. */
  'asks.count': message(['console'], nothing),
  /**
   * One act for one or many people, each on its own: one that is refused stops nobody else. A link's key names the person, also where
   * they are not linked yet (`create`, `link`). More people than PEOPLE_AT_ONCE are several messages.
   */
  'people.act': message(
    ['console'],
    z.strictObject({
      act: z.enum(PEOPLE_ACTS),
      links: most(link, PEOPLE_AT_ONCE),
      /** push: left out, all that HighLevel lacks. `overwrite`: those among them that replace a value; `seen`: that value. */
      fields,
      overwrite: fields,
      seen: z.optional(z.record(z.string(), text(2000))),
      tags: z.optional(most(some(100), 50)),
      /** Tasks or notes; complete: left out, all open ones in HighLevel. */
      ids: z.optional(most(id, 200)),
      /** The user said yes to private tasks or matter notes among them. */
      held: z.optional(z.boolean()),
      /** link: who it is in HighLevel. */
      highlevelId: z.optional(id),
    }),
  ),
  /** What sending this person to HighLevel would come to; they are read from both systems first where nothing of them is stored. */
  'people.look': message(['console'], z.strictObject({ link })),
  'people.results': message(['console'], z.strictObject({ acts: most(id, 500) })),
} as const;

export interface PeopleReplies {
  'asks.count': AskCount;
  'people.act': PeopleDone;
  'people.look': { outlook: Outlook };
  'people.results': ActStates;
}
