import { filled } from '../model/blank.ts';
import { readTime } from '../model/days.ts';
import type { Matter, PersonOfMatter } from '../model/matter.ts';
import type { WireMatter, WireRelated } from './types.ts';

/** `00012-Ortega: Ortega v. Whitfield` */
export function matterLabel(matter: { id: number; display_number?: string | null; description?: string | null }): string {
  return [filled(matter.display_number), filled(matter.description)].filter(Boolean).join(': ') || String(matter.id);
}

/** A matter with its client and, where asked for, the related contacts; each person once, the client first. */
export function fromWireMatter(wire: WireMatter, account: string, related: WireRelated[] = []): Matter {
  const client = wire.client ? personOf(wire.client.id, wire.client.name, wire.client.type, 'client') : undefined;
  const attorney = wire.responsible_attorney;
  return {
    account,
    id: String(wire.id),
    label: matterLabel(wire),
    status: wire.status === 'Pending' || wire.status === 'Closed' ? wire.status : 'Open',
    client,
    related: relatedPeople(related).filter((one) => one.id !== client?.id),
    practiceArea: filled(wire.practice_area?.name),
    stage: filled(wire.matter_stage?.name),
    attorney: attorney ? { id: String(attorney.id), name: filled(attorney.name) } : undefined,
    etag: filled(wire.etag),
    createdAt: readTime(wire.created_at),
    updatedAt: readTime(wire.updated_at),
  };
}

/** Related contacts without the client; a person with several roles has them in one row. */
export function relatedPeople(rows: WireRelated[]): PersonOfMatter[] {
  const people = new Map<string, PersonOfMatter>();
  for (const row of rows) {
    if (row.is_matter_client && !row.relationship) continue;
    const id = row.contact_id ?? row.id;
    const role = filled(row.relationship?.description) ?? 'related';
    const known = people.get(String(id));
    if (!known) people.set(String(id), personOf(id, row.name, row.type, role));
    else if (!known.role.split(', ').includes(role)) known.role = `${known.role}, ${role}`;
  }
  return [...people.values()];
}

function personOf(id: number, name: string | null | undefined, type: string | null | undefined, role: string): PersonOfMatter {
  return { id: String(id), name: filled(name) ?? String(id), kind: type === 'Company' ? 'company' : 'person', role };
}
