import type { Operation } from '../../../lib/catalog/operation.ts';
import { endpointOf } from '../../../lib/catalog/operations/endpoint-of.ts';

/** What may come of it, as names of `catalogue.change.*`. */
export type Change = 'nothing' | 'local' | 'writes' | 'removes' | 'workflows' | 'reaches' | 'money';

/** Reaches a person outside the firm; nobody can take it back. */
const REACHES = /\.(message|email|campaign)\.|\.(send|send-template|add-to-workflow|add-to-campaign|reply)$/;
/** What HighLevel's workflows may start from: a contact or tag that appears, a stage or an appointment that changes [its list of workflow triggers]. */
const STARTS =
  /^highlevel\.(contact\.(create|add-tags|remove-tags|bulk-tags|set-dnd|update|set-fields|add-to-)|opportunity\.|appointment\.)/;
const MONEY = /\.(invoice|payment|bill|trust-request)\./;

/** Which of these hold for an operation, plainly and with what it can set off. */
export function changesOf({ id, kind, system, endpoint }: Operation): Change[] {
  if (system === 'local') return [kind === 'trigger' ? 'nothing' : 'local'];
  const row = endpointOf(endpoint);
  if (kind === 'trigger' || row?.access === 'read') return ['nothing'];
  const changes: Change[] = [row?.method === 'DELETE' ? 'removes' : 'writes'];
  if (STARTS.test(id)) changes.push('workflows');
  if (REACHES.test(id)) changes.push('reaches');
  if (MONEY.test(id)) changes.push('money');
  return changes;
}
