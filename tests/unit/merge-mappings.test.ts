import { readFileSync } from 'node:fs';
import { parseMessagesText } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import { APPOINTMENT_TABLE } from '../../lib/merge/appointment.ts';
import { CONTACT_TABLE } from '../../lib/merge/contact.ts';
import { DND_TABLE } from '../../lib/merge/dnd.ts';
import { rulesOf } from '../../lib/merge/mapping.ts';
import { NOTE_TABLE } from '../../lib/merge/note.ts';
import { TASK_TABLE } from '../../lib/merge/task.ts';

const TABLES = { CONTACT_TABLE, TASK_TABLE, NOTE_TABLE, APPOINTMENT_TABLE, DND_TABLE };
describe('every table', () => {
  it.each(Object.entries(TABLES))('%s is off until somebody chooses, and asks about conflicts', (_, table) => {
    for (const rule of rulesOf(table)) expect(rule).toMatchObject({ direction: 'off', policy: 'ask' });
    for (const spec of table) expect(spec.directions).toContain('off');
    for (const spec of table) expect(spec.directions).toContain(spec.suggested);
  });

  it('has words for each of its labels', () => {
    const words = new Set(parseMessagesText(readFileSync('locales/en.yml', 'utf8'), 'YAML').map(({ key }) => key.join('.')));
    const labels = Object.values(TABLES).flatMap((table) => table.map(({ label }) => label));
    expect(labels.filter((label) => !words.has(label))).toEqual([]);
  });

  it('treats a direction a field does not allow as off', () => {
    const direction = (id: string, wanted: 'both' | 'to-clio' | 'to-highlevel', creating?: 'clio' | 'highlevel') =>
      rulesOf([...CONTACT_TABLE, ...APPOINTMENT_TABLE, ...TASK_TABLE], { [id]: { direction: wanted } }, { creating }).find(
        (one) => one.id === id,
      )!.direction;
    expect(direction('company', 'both')).toBe('off');
    expect(direction('company', 'to-highlevel')).toBe('off');
    expect(direction('company', 'to-highlevel', 'highlevel')).toBe('to-highlevel');
    expect(direction('contact', 'both')).toBe('to-clio');
    expect(direction('contact', 'both', 'highlevel')).toBe('both');
    expect(direction('priority', 'both')).toBe('off');
  });
});
