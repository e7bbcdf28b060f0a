import { dndTable } from '../merge/dnd.ts';
import type { FieldDecision, FieldRule, MergeInput } from '../merge/field.ts';
import { isWrite, otherSide, whyKey } from '../merge/field.ts';
import { type FieldSpec, warningKey, warningOf } from '../merge/mapping.ts';
import { decide } from '../merge/three-way.ts';
import { AppError } from '../model/errors.ts';
import type { Link } from '../model/link.ts';
import type { PreviewField, PreviewPart, PreviewView } from '../model/settings-view.ts';
import { CHILD_ENTITIES, type ChildEntity, type SyncChoice } from '../model/sync.ts';
import { inputOf, recordOf } from '../sync/plan-child.ts';
import { contactInput, personOf } from '../sync/plan-contact.ts';
import { KINDS, labelOf, spotOf } from '../sync/plan-kinds.ts';
import { type Ground, groundOf, inPilot, isOf } from '../sync/plan-parts.ts';
import { contactRules, contactSpecs, dndRules, rulesFor } from '../sync/plan-rules.ts';
import { chosenPairs, type SyncViewParts } from './console-parts.ts';

/** So many tasks, notes and appointments are enough to see what a choice does. */
const EACH = 3;

/** A value that stays where it is because the other side has no room for it: which room. */
function warningFor(spec: FieldSpec | undefined, { clio, highlevel }: MergeInput): PreviewField['warning'] {
  if (!spec) return undefined;
  for (const from of ['clio', 'highlevel'] as const) {
    const value = (from === 'clio' ? clio : highlevel)[spec.id];
    const found = value && warningOf(spec, otherSide(from), value);
    if (found) return { why: warningKey(found.code), limit: found.limit };
  }
  return undefined;
}

const fieldOf = (specs: readonly FieldSpec[], input: MergeInput, decision: FieldDecision): PreviewField => ({
  id: decision.id,
  clio: input.clio[decision.id],
  highlevel: input.highlevel[decision.id],
  does: isWrite(decision) || decision.do === 'conflict' ? decision.do : 'keep',
  why: whyKey(decision.why),
  warning:
    decision.why === 'off'
      ? undefined
      : warningFor(
          specs.find(({ id }) => id === decision.id),
          input,
        ),
});

const fieldsOf = (specs: readonly FieldSpec[], rules: readonly FieldRule[], input: MergeInput): PreviewField[] =>
  decide(rules, input).map((one) => fieldOf(specs, input, one));

async function childParts(parts: SyncViewParts, ground: Ground, link: Link, entity: ChildEntity): Promise<PreviewPart[]> {
  const kind = KINDS[entity];
  const spot = spotOf(ground, link, parts.now());
  const pairs = (await parts.syncReader.pairsOfLink(link.key)).filter((one) => one.entity === entity).slice(-EACH);
  const found = pairs.map(async ({ clioId, highlevelId, agreed }): Promise<PreviewPart[]> => {
    const [clio, highlevel] = await Promise.all([
      recordOf(parts, ground, 'clio', kind, clioId),
      recordOf(parts, ground, 'highlevel', kind, highlevelId),
    ]);
    if (!clio || !highlevel) return [];
    const input = inputOf(kind, spot, clio, highlevel, agreed);
    const rules = rulesFor(kind.table, ground.choice.entities[entity]);
    return [{ entity, label: labelOf(kind, clio), fields: fieldsOf(kind.table, rules, input) }];
  });
  return (await Promise.all(found)).flat();
}

/** What these choices, saved or not, would do with one linked person as the store knows them. Sends and keeps nothing. */
export async function syncPreview(parts: SyncViewParts, clio: string, key: string, choice: SyncChoice): Promise<PreviewView> {
  const pair = (await chosenPairs(parts)).find((one) => one.clio.id === clio);
  const link = await parts.reader.link(key);
  const ground = pair && groundOf({ ...pair, choice });
  if (!ground || !link || !isOf(ground, link)) throw new AppError('not-found', { about: 'link' });
  const person = await personOf(parts, link);
  const outside = !inPilot(choice, link);
  if (!person) return { now: parts.now(), name: link.clioId, unread: true, outside, parts: [] };
  const input = contactInput(ground, person);
  const { dnd } = choice;
  const own: PreviewPart[] = [{ entity: 'contact', fields: fieldsOf(contactSpecs(ground), contactRules(ground), input) }];
  if (dnd) own.push({ entity: 'dnd', fields: fieldsOf(dndTable(dnd), dndRules(ground), input) });
  const children = await Promise.all(CHILD_ENTITIES.map((entity) => childParts(parts, ground, link, entity)));
  return { now: parts.now(), name: person.clio.name, unread: false, outside, parts: [...own, ...children.flat()] };
}
