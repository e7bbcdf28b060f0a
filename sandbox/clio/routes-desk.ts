import type { ClioMatter, ClioRelationship } from '../world/types.ts';
import { type ApiRoute, writeRoutes } from './api-route.ts';
import { automationRoutes } from './automations.ts';
import { type BodyRules, type Data, readData, ref, refId, text } from './body.ts';
import { communicationRoutes } from './communications.ts';
import { conversationRoutes } from './conversations.ts';
import { documentRoutes } from './documents.ts';
import { moneyRoutes } from './money.ts';
import { paymentRoutes } from './payments.ts';
import { forbidden, unprocessable } from './refusal.ts';
import { known, resource } from './resource.ts';
import { settingRoutes } from './settings.ts';
import { nextId, stamp } from './state.ts';
import type { View } from './view.ts';
import { MATTER_CREATE, MATTER_UPDATE, makeMatter, writeMatter } from './write-matter.ts';

const matters = resource<ClioMatter>({
  ...{ id: 'clio.matters', kind: 'Matter', areas: ['matters'], table: 'matters', create: MATTER_CREATE, update: MATTER_UPDATE },
  ...{ make: makeMatter, lay: writeMatter, extra: ['custom_field_ids[]'] },
  // The spec gives DELETE a 403; that a matter with bills stays is a belief, taken from Clio's own pages.
  gone: (call, row) => {
    if (call.view.rows.bills.some((bill) => bill.matter_ids.includes(row.id)))
      throw forbidden('A matter with bills cannot be deleted');
    const { rows } = call.state;
    rows.matters = rows.matters.filter((each) => each.id !== row.id);
    rows.relationships = rows.relationships.filter((each) => each.matter_id !== row.id);
  },
});

const RELATION: BodyRules = { contact: ref(), description: text(), matter: ref() };

/** The spec marks nothing as required; both ends are needed all the same. */
function layRelation(row: ClioRelationship, data: Data, view: View): ClioRelationship {
  const contact = refId(data.contact) ?? row.contact_id;
  const matter = refId(data.matter) ?? row.matter_id;
  if (!contact || !matter) throw unprocessable('contact and matter are required');
  return {
    ...{
      ...row,
      contact_id: known(view.rows.contacts, contact, 'Contact').id,
      matter_id: known(view.rows.matters, matter, 'Matter').id,
    },
    ...{ description: String(data.description ?? row.description), updated_at: stamp(view.clock) },
  };
}

const relationships = writeRoutes<ClioRelationship>({
  ...{ id: 'clio.relationships', kind: 'Relationship', path: '/relationships', areas: ['matters'] },
  ...{ createRules: RELATION, updateRules: RELATION },
  mine: (call) => call.view.rows.relationships,
  all: (state) => state.rows.relationships,
  create: ({ body, view }) => {
    const at = stamp(view.clock);
    const blank = { id: nextId(view.state), matter_id: 0, contact_id: 0, description: '', created_at: at, updated_at: at };
    return layRelation(blank, readData(body, RELATION, true), view);
  },
  update: ({ body, view }, row) => layRelation(row, readData(body, RELATION, false), view),
});

/** The desk: talk, papers, money, settings, and the writes of matters. A table of its own beside people and their work. */
export const DESK_ROUTES: readonly ApiRoute[] = [
  ...matters,
  ...relationships,
  ...communicationRoutes,
  ...conversationRoutes,
  ...documentRoutes,
  ...automationRoutes,
  ...moneyRoutes,
  ...paymentRoutes,
  ...settingRoutes,
];
