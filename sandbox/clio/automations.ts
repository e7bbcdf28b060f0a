import type { ClioDocumentAutomation, ClioDocumentTemplate } from '../world/types.ts';
import { type ApiRoute, found } from './api-route.ts';
import { type BodyRules, type Data, int, must, ref, refId, text, texts } from './body.ts';
import { common } from './list.ts';
import { answerRecord } from './record.ts';
import { unprocessable } from './refusal.ts';
import { known, newRow, resource } from './resource.ts';
import { byId } from './shape-parts.ts';
import { nextId, stamp } from './state.ts';
import type { ApiCall, View } from './view.ts';

const CREATE: BodyRules = {
  ...{ document_template: must(ref({ id: must(int) })), filename: must(text()), formats: must(texts(['pdf', 'original'])) },
  matter: must(ref({ id: must(int) })),
};

function make(data: Data, view: View): ClioDocumentAutomation {
  const template = known(view.rows.documentTemplates, refId(data.document_template), 'DocumentTemplate');
  const matter = known(view.rows.matters, refId(data.matter), 'Matter');
  const formats = data.formats as string[];
  if (!formats.length) throw unprocessable("Formats can't be blank");
  const filename = String(data.filename);
  const ids = { matter_id: matter.id, document_template_id: template.id, document_ids: [] };
  return { ...newRow(view), ...ids, filename, state: 'queued', formats };
}

/** Work goes on beside the calls: it is done when somebody asks for the second time. */
function finish(call: ApiCall, row: ClioDocumentAutomation): void {
  const { state, view } = call;
  const now = stamp(call.clock);
  const times = { created_at: now, updated_at: now };
  for (const format of row.formats) {
    const filename = `${row.filename}.${format === 'pdf' ? 'pdf' : 'docx'}`;
    const id = nextId(state);
    const content_type = format === 'pdf' ? 'application/pdf' : 'application/msword';
    const version = {
      id: id + 1,
      uuid: `sandbox-made-${id}`,
      filename,
      size: 2048,
      content_type,
      fully_uploaded: true,
      received_at: now,
    };
    const root = view.rows.folders.find((folder) => folder.root && folder.matter_id === row.matter_id);
    state.rows.documents.push({
      ...{
        id,
        account_id: row.account_id,
        name: filename,
        parent_id: root?.id ?? null,
        matter_id: row.matter_id,
        contact_id: null,
      },
      ...{ creator_id: view.user.id, received_at: now, deleted_at: null, communication_id: null, external_properties: [] },
      ...{ versions: [{ ...version, ...times }], ...times },
    });
    row.document_ids.push(id);
    const made = byId(state.rows.documents, id);
    if (made) view.rows.documents.push(made);
  }
  Object.assign(row, { state: 'completed', updated_at: now });
}

const shared = { areas: ['documents'] as ['documents'] };

/** Templates, and documents made of them. */
export const automationRoutes: ApiRoute[] = [
  ...resource<ClioDocumentTemplate>({
    ...{ ...shared, id: 'clio.document_templates', kind: 'DocumentTemplate', table: 'documentTemplates', get: true },
    list: { orders: { filename: (row) => row.filename }, params: common<ClioDocumentTemplate>() },
  }),
  ...resource<ClioDocumentAutomation>({
    ...{
      ...shared,
      id: 'clio.document_automations',
      kind: 'DocumentAutomation',
      table: 'documentAutomations',
      create: CREATE,
      make,
    },
  }),
  {
    ...{ ...shared, id: 'clio.document_automations.get', method: 'GET', path: '/document_automations/:id', access: 'read' },
    accepts: ['fields'],
    answer: (call) => {
      const row = found(call, 'DocumentAutomation', call.view.rows.documentAutomations);
      if (row.state === 'queued') finish(call, row);
      return answerRecord(call, 'DocumentAutomation', row);
    },
  },
];
