import type { AsksView } from '../../lib/model/console-sync.ts';
import type { ClioNote } from '../../sandbox/world/types.ts';
import { plain } from './checks-sync.ts';
import { EDITS } from './edits.ts';
import type { Memory } from './memory.ts';
import type { Scene } from './scenes.ts';
import { pass, type Stage, visit } from './stage.ts';
import { matterOf, notesOf, someone } from './systems.ts';

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
    const row = await carried(stage, memory);
    if (row) await rewrite(stage, memory, row);
  },
  /** Somebody reads a text and says yes to it; then it becomes another one. */
  async 'advice is allowed, and goes on'(stage, memory) {
    const { id } = someone.clio(stage);
    const detail = `Legal advice no. ${stage.fresh()}`;
    const { data } = stage.office.clio('POST', '/notes.json', {
      data: { type: 'Contact', contact: { id }, subject: 'Call', detail },
    }) as { data: { id: number } };
    memory.secret.set(detail, {});
    memory.texts.set(detail, { entity: 'note', from: 'clio', at: stage.time.now(), owner: String(id) });
    await visit(stage, id);
    await pass(stage, 100);
    const view = await stage.ask<AsksView>('console', 'asks.view', {});
    const asked = view?.asks.find(({ body }) => body.text === detail && body.offers.includes('approve'));
    if (!asked) return;
    memory.allowed.add(detail);
    await stage.ask('console', 'ask.answer', { key: asked.key, answer: { offer: 'approve' } });
    await pass(stage, stage.chance.pick([0, 100]));
    const row = notesOf.clio(stage).find((one) => one.id === data.id);
    if (row) await rewrite(stage, memory, row);
  },
};

/** A note that stands on both sides; where there is none, one is written and carried over first. */
async function carried(stage: Stage, memory: Memory): Promise<ClioNote | undefined> {
  const both = () => {
    const there = notesOf.highlevel(stage).map(({ body }) => plain(body));
    const shared = ({ contact_id, detail }: ClioNote) => contact_id !== null && there.some((one) => one.includes(detail));
    return notesOf.clio(stage).filter(shared);
  };
  if (!both().length) {
    EDITS['new clio note']?.(stage, memory);
    await pass(stage, 150);
  }
  const rows = both();
  return rows.length ? stage.chance.pick(rows) : undefined;
}

async function rewrite(stage: Stage, memory: Memory, row: ClioNote): Promise<void> {
  const value = `Privileged and confidential: advice ${stage.fresh()}`;
  const replaced = row.detail;
  stage.office.clio('PATCH', `/notes/${row.id}.json`, { data: { detail: value } });
  memory.secret.set(value, row.matter_id === null ? {} : { matter: String(row.matter_id) });
  memory.texts.set(value, { entity: 'note', from: 'clio' });
  const about = { side: 'clio', contact: String(row.contact_id), entity: 'note', id: String(row.id), field: 'body' } as const;
  memory.edits.push({ at: stage.time.now(), ...about, value, replaced });
  await pass(stage, stage.chance.pick([5, 130]));
}
