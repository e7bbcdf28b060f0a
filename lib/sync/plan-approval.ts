import { type GuardReason, guard } from '../merge/privilege.ts';
import { type Ask, type AskOffer, askKey } from '../model/ask.ts';
import type { Note } from '../model/note.ts';
import type { ChildEntity } from '../model/sync.ts';
import type { Task } from '../model/task.ts';
import { type Child, type Kind, labelOf, type Spot } from './plan-kinds.ts';
import type { Plan, PlanParts } from './plan-parts.ts';
import { noted } from './plan-rows.ts';

const heldOf = (reasons: readonly GuardReason[]): Ask['body']['held'] =>
  reasons.map((one) => ({
    code: one.code,
    ...('words' in one ? { words: one.words } : {}),
    ...('matter' in one ? { matter: one.matter } : {}),
  }));

const answerOf = (ask: Ask | undefined): AskOffer | undefined => (ask?.state === 'answered' ? ask.body.answer?.offer : undefined);

/** What somebody read and allowed: this very text. */
const approvedBy = (ask: Ask | undefined) =>
  answerOf(ask) === 'approve' ? { title: ask?.body.title, text: ask?.body.text } : undefined;

interface Held {
  key: string;
  byMatter: boolean;
  reasons: readonly GuardReason[];
}

/** The question, unless it is asked already, or was answered with a no for good. */
async function askFor(
  parts: Pick<PlanParts, 'syncReader' | 'now'>,
  kind: Kind,
  entity: ChildEntity,
  record: Child,
  { link }: Spot,
  { key, byMatter, reasons }: Held,
): Promise<Plan> {
  const { matter } = record as Partial<Task & Note>;
  const [title, text] = [record.title, kind.text(record)];
  const old = await parts.syncReader.ask(key);
  const isAsked = old?.state === 'open' && (byMatter || (old.body.title === title && old.body.text === text));
  if (isAsked || answerOf(old) === 'never') return {};
  const body: Ask['body'] = {
    label: labelOf(kind, record),
    clioId: record.id,
    highlevelId: link.highlevelId,
    held: heldOf(reasons),
    offers: byMatter ? ['allow-matter', 'never'] : ['approve', 'never'],
    ...(matter ? { matter } : {}),
    ...(byMatter ? {} : { title, text }),
  };
  const { clioAccount, locationId } = link;
  const row = { outcome: 'held', why: reasons[0]?.code, entity, id: record.id, link: link.key } as const;
  return {
    asks: [{ put: { key, kind: 'approval', link: link.key, clioAccount, locationId, entity, body } }],
    activity: [noted(parts, { ...row, kind: 'ask', body: { label: body.label } })],
  };
}

/**
 * May this record of Clio go to HighLevel? Undefined for yes; else the question that has to be answered first: once a matter for what a
 * matter holds back, once a text for what has to be read.
 */
export async function approval(
  parts: Pick<PlanParts, 'syncReader' | 'now'>,
  kind: Kind,
  entity: ChildEntity,
  record: Child,
  spot: Spot,
): Promise<Plan | undefined> {
  const { link, ground } = spot;
  const { private: hidden, ...rest } = record as Partial<Task & Note>;
  const [title, text] = [record.title, kind.text(record)];
  const own = askKey.approval(link.key, entity, record.id);
  const approved = approvedBy(await parts.syncReader.ask(own));
  // Only notes and tasks stand or fall with their matter; an appointment's is no secret of its own.
  const matter = entity === 'appointment' ? undefined : rest.matter;
  const { words, matters } = ground.choice.privilege;
  const item = { system: 'clio', entity, title, text, matter, private: hidden, approved } as const;
  const { verdict, reasons } = guard(item, { words, matters });
  // A private task without a matter has none that could be allowed: a yes to its text will do.
  const isRead = !matter && approved !== undefined && approved.title === title && approved.text === text;
  if (verdict === 'allow' || (verdict === 'hold' && isRead)) return undefined;
  const byMatter = verdict === 'hold' && matter !== undefined;
  const key = byMatter ? askKey.approval(link.key, entity, `matter:${matter.id}`) : own;
  return askFor(parts, kind, entity, record, spot, { key, byMatter, reasons });
}
