import { CONTACT_TABLE } from '../merge/contact.ts';
import { dndTable } from '../merge/dnd.ts';
import { extrasTable } from '../merge/extras.ts';
import type { Direction, FieldRule } from '../merge/field.ts';
import { type FieldSpec, rulesOf } from '../merge/mapping.ts';
import type { System } from '../model/subject.ts';
import type { EntityChoice, FieldChoice } from '../model/sync.ts';
import type { Ground } from './plan-parts.ts';

/** A field nobody chose for follows its entity, as far as it may go that way. */
const follow = ({ directions }: FieldSpec, wanted: Direction): Direction =>
  directions.includes(wanted) ? wanted : wanted === 'both' ? (directions.find((one) => one !== 'off') ?? 'off') : 'off';

/** Rules of an entity's table; all are off while the entity is. */
export const rulesFor = (
  specs: readonly FieldSpec[],
  { direction, policy, fields }: EntityChoice,
  creating?: System,
): FieldRule[] =>
  rulesOf(
    specs,
    Object.fromEntries(
      specs.map((spec): [string, FieldChoice] => {
        const chosen = fields[spec.id] ?? {};
        // Fields named by a person carry choices of their own and follow nobody.
        const own = spec.id.startsWith('x.') ? spec : { direction: follow(spec, direction), policy };
        return [
          spec.id,
          {
            refill: chosen.refill,
            policy: chosen.policy ?? own.policy,
            direction: direction === 'off' ? 'off' : (chosen.direction ?? own.direction),
          },
        ];
      }),
    ),
    { creating },
  );

/** HighLevel refuses a contact whole for a phone it can't read. */
export const contactSpecs = ({ extras, phoneKey }: Ground): FieldSpec[] => [
  ...CONTACT_TABLE.map((spec) =>
    spec.id === 'phone'
      ? { ...spec, limits: { ...spec.limits, highlevel: { fits: (value: string) => phoneKey(value) !== undefined } } }
      : spec,
  ),
  ...extrasTable(extras),
];

export const contactRules = (ground: Ground, creating?: System): FieldRule[] =>
  rulesFor(contactSpecs(ground), ground.choice.entities.contact, creating);

/** Records tell when anything of them was changed, which says nothing of a consent: where the later one would count, a person is asked. */
export const dndRules = ({ choice }: Ground): FieldRule[] =>
  (choice.dnd ? rulesFor(dndTable(choice.dnd), choice.entities.dnd) : []).map((rule) =>
    rule.policy === 'newest' ? { ...rule, policy: 'ask' } : rule,
  );

/** May records be made in this system? */
export const opens = ({ direction, create }: EntityChoice, to: System): boolean =>
  create && (direction === 'both' || direction === (to === 'clio' ? 'to-clio' : 'to-highlevel'));
