// @vitest-environment happy-dom
import { render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { DryCases } from '../../components/console/rules/DryCases.tsx';
import type { Candidate } from '../../lib/model/link.ts';
import type { DryStep } from '../../lib/model/rules-view.ts';

const who: Candidate[] = [
  {
    id: 'h1',
    name: 'Ana Reyes',
    email: 'ana@example.com',
    reasons: [{ code: 'shared-phone', tone: 'warn', count: 2 }],
    score: 1,
  },
  { id: 'h2', name: 'Luis Reyes', phone: '+15125550177', reasons: [], score: 1 },
];
const show = (steps: DryStep[]) =>
  render(
    <main>
      <h1>Dry run</h1>
      <DryCases cases={[{ label: 'Ana', system: 'clio', entity: 'contact', id: '1', at: 0, steps }]} now={0} />
    </main>,
  );

test('a dry run names those whom somebody could be; nobody would be written before that is said', async () => {
  show([{ step: 'copy', do: 'action', operation: 'highlevel.contact.create', who }]);
  const list = screen.getByRole('list', { name: 'Who it could be' });
  const names = within(list).getAllByText(/Reyes/);
  expect(names.map(({ textContent }) => textContent)).toEqual(['Ana Reyes', 'Luis Reyes']);
  expect(within(list).getByText('ana@example.com')).toBeTruthy();
  expect(screen.getByText('asks first who it is')).toBeTruthy();
  expect(screen.getByText('writes: 0')).toBeTruthy();
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('lists, tables and flags are told as words', () => {
  const operation = 'highlevel.contact.add-tags';
  const fields = [
    { field: 'tags', before: ['lead'], after: ['client', 'vip'] },
    { field: 'dnd', after: true },
  ];
  show([{ step: 'tag', do: 'action', operation, fields }]);
  expect(screen.getByText('client, vip')).toBeTruthy();
  expect(screen.getByText('lead')).toBeTruthy();
  expect(screen.getByText('yes')).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/[[\]{}"]/);
});
