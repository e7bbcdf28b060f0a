import { mayEdit } from '../catalog/edit.ts';
import { clioContactUrl } from '../clio/urls.ts';
import { contactUrl } from '../highlevel/urls.ts';
import type { Ask } from '../model/ask.ts';
import type { AsksView, AskView, StuckWrite } from '../model/console-sync.ts';
import type { WriteItem } from '../model/operation.ts';
import type { Write } from '../model/outbox.ts';
import type { Region, System } from '../model/subject.ts';
import type { SyncViewParts } from './console-parts.ts';

/** More than a person can look at; the count tells the rest. */
const SHOWN = 200;

const regionOf = (clioAccount: string): Region => clioAccount.split(':')[0] as Region;

/** The page of a contact in its system's own app. */
export const urlOf = (system: System, clioAccount: string, locationId: string, id: string): string =>
  system === 'clio' ? clioContactUrl(regionOf(clioAccount), id) : contactUrl(locationId, id);

export function askView(ask: Ask): AskView {
  const { clioAccount, locationId, body } = ask;
  const urls: Record<string, string> = {};
  const add = (system: System, id: string | undefined) => {
    if (id) urls[id] = urlOf(system, clioAccount, locationId, id);
  };
  const person = ask.entity === undefined || ask.entity === 'contact' || ask.entity === 'dnd';
  if (person) add('clio', body.clioId);
  if (person) add('highlevel', body.highlevelId);
  for (const one of body.candidates ?? []) add(body.side ?? 'highlevel', one.id);
  return { ...ask, urls };
}

export function writeItem(write: Write): WriteItem {
  const { seq, op, body, link, connection, state, queuedAt, nextAt, error } = write;
  const edit = mayEdit(write) ? { connection, input: body.input } : undefined;
  return { id: seq, op, label: body.label, subject: link, state, queuedAt, nextAt, error, ...(edit && { edit }) };
}

/** What an input says, value by value. */
function shown(values: unknown): Record<string, unknown> | undefined {
  if (typeof values !== 'object' || values === null) return undefined;
  const plain = Object.entries(values).filter(([, value]) => value !== undefined && value !== null);
  return plain.length ? Object.fromEntries(plain) : undefined;
}

function stuck(write: Write): StuckWrite {
  const input = (write.body.input ?? {}) as { values?: unknown; seen?: unknown };
  const sent = shown(input.values);
  const found = shown(input.seen ?? write.body.before);
  return { ...writeItem(write), by: write.by ?? 'click', link: write.link || undefined, sent, found };
}

/** Everything the page of open questions paints. */
export async function asksView({ syncReader, outbox, storage, now }: SyncViewParts): Promise<AsksView> {
  const [asks, count, stopped] = await Promise.all([
    syncReader.asks('open', SHOWN),
    syncReader.countAsks(),
    outbox.open(['needs-you', 'failed']),
  ]);
  return { now: now(), storage: storage(), asks: asks.map(askView), count, writes: stopped.map(stuck) };
}
