import type { Scene } from './scenes.ts';
import { pass } from './stage.ts';
import { matterOf, someone } from './systems.ts';

const day = '2026-12-20';

/** What a firm must not give away: advice, notes of a matter, private tasks. Each text is told apart by its number. */
export const SECRETS: Record<string, Scene> = {
  async 'advice is written down'(stage, memory) {
    const { id } = someone.clio(stage);
    const n = stage.fresh();
    const detail = stage.chance.pick([`Attorney-client advice ${n}`, `Legal advice no. ${n}`, `Our work product ${n}`]);
    stage.office.clio('POST', '/notes.json', { data: { type: 'Contact', contact: { id }, subject: 'Call', detail } });
    memory.secret.set(detail, {});
    memory.texts.set(detail, { entity: 'note', from: 'clio', at: stage.time.now(), owner: String(id) });
    await pass(stage, stage.chance.pick([5, 130]));
  },
  async 'a matter has a note'(stage, memory) {
    const { id } = someone.clio(stage);
    const matter = matterOf(stage, id);
    if (!matter) return;
    const detail = `Matter note ${stage.fresh()}`;
    stage.office.clio('POST', '/notes.json', { data: { type: 'Matter', matter: { id: matter.id }, subject: 'File', detail } });
    memory.secret.set(detail, { matter: String(matter.id) });
    await pass(stage, stage.chance.pick([5, 130]));
  },
  async 'a task is private'(stage, memory) {
    const { id } = someone.clio(stage);
    const matter = matterOf(stage, id);
    if (!matter) return;
    const name = `Private task ${stage.fresh()}`;
    const assignee = { id: stage.clio.state.rows.users[0]?.id, type: 'User' };
    const data = { name, description: '', due_at: day, matter: { id: matter.id }, assignee, permission: 'private' };
    stage.office.clio('POST', '/tasks.json', { data });
    memory.secret.set(name, { matter: String(matter.id) });
    await pass(stage, stage.chance.pick([5, 130]));
  },
  /** A text that is open so far, or was allowed, becomes another one. */
  async 'advice is added to a note'(stage, memory) {
    const rows = stage.clio.state.rows.notes.filter((one) => one.contact_id !== null);
    if (!rows.length) return;
    const row = stage.chance.pick(rows.slice(-4));
    const value = `Privileged and confidential: advice ${stage.fresh()}`;
    const replaced = row.detail;
    stage.office.clio('PATCH', `/notes/${row.id}.json`, { data: { detail: value } });
    memory.secret.set(value, row.matter_id === null ? {} : { matter: String(row.matter_id) });
    memory.texts.set(value, { entity: 'note', from: 'clio' });
    const about = { side: 'clio', contact: String(row.contact_id), entity: 'note', id: String(row.id), field: 'body' } as const;
    memory.edits.push({ at: stage.time.now(), ...about, value, replaced });
    await pass(stage, stage.chance.pick([5, 130]));
  },
};
