import { expect, test } from 'vitest';
import type { Outcome } from '../../lib/catalog/define.ts';
import { decide } from '../../lib/merge/three-way.ts';
import type { Contact } from '../../lib/model/contact.ts';
import type { Link } from '../../lib/model/link.ts';
import type { Write } from '../../lib/model/outbox.ts';
import { clickedBatch, type SettleParts } from '../../lib/sync/settle-agreed.ts';

const link = {
  ...{
    key: 'us:1|7|LOC',
    clioAccount: 'us:1',
    clioId: '7',
    locationId: 'LOC',
    highlevelId: 'h7',
    by: 'match',
    reasons: [],
    at: 1,
  },
  ...{ base: { city: 'Burnaby' }, written: { clio: { firstName: 'Ana' }, highlevel: {} } },
} as Link;
const parts = { reader: { link: async () => link } } as unknown as SettleParts;
const made = { id: 'h7', firstName: 'Ana', city: 'St. Johns', emails: [], phones: [] } as unknown as Contact;
const outcome: Outcome = { id: 'h7', told: [{ entity: 'contact', id: 'h7', value: made }], differs: ['city'] };
const push = (more: Partial<Write> = {}) =>
  ({
    op: 'highlevel.contact.update',
    link: link.key,
    body: { label: '', input: { values: { city: "Saint John's" } } },
    ...more,
  }) as Write;

test('a pushed value that comes back in another spelling is ours: read later, it does not travel back', async () => {
  const { agreed: [said] = [] } = await clickedBatch(parts, push(), outcome);
  expect(said).toEqual({
    link: link.key,
    only: undefined,
    value: { base: link.base, written: { clio: { firstName: 'Ana' }, highlevel: { city: 'St. Johns' } } },
  });
  const rule = { id: 'city', kind: 'place', direction: 'both', policy: 'newest' } as const;
  const now = { clio: { city: "Saint John's" }, highlevel: { city: 'St. Johns' }, changedAt: { clio: 1, highlevel: 2 } };
  expect(decide([rule], { ...now, ...said?.value })).toMatchObject([{ do: 'to-highlevel', value: "Saint John's" }]);
  // Not known as ours it would pass for the newer change, and replace what the person pushed.
  expect(decide([rule], { ...now, base: link.base })).toMatchObject([{ do: 'to-clio' }]);
});

test('the same for a contact that a click makes: its link begins with what the answer said', async () => {
  const { highlevelId: _, at: __, ...fresh } = { ...link, written: undefined, base: { city: "Saint John's" } };
  const body = { label: '', link: fresh, input: { values: { city: "Saint John's" } } };
  const { agreed: [said] = [] } = await clickedBatch(parts, push({ op: 'highlevel.contact.create', body }), outcome);
  expect(said).toMatchObject({
    only: 'h7',
    value: { base: fresh.base, written: { clio: {}, highlevel: { city: 'St. Johns' } } },
  });
});

test('what a rule wrote stays a change, to be carried to the other side', async () => {
  expect(await clickedBatch(parts, push({ by: 'rule' }), outcome)).toEqual({});
});
