import { useEffect, useState } from 'preact/hooks';
import type { ConnectionsView } from '../../../lib/model/console.ts';
import { type Ask, useAsk } from '../rules/use-ask.ts';
import { accountOf } from './steps.ts';

/** Somebody as Clio lists them, with the key of their link. */
export interface ClioPerson {
  link: string;
  name: string;
  /** An e-mail or phone: without one nobody is found on the other side. */
  reach?: string;
}

interface Listed {
  id: number | string;
  name?: string | null;
  email_addresses?: { address?: string | null; primary?: boolean }[] | null;
  phone_numbers?: { number?: string | null; primary?: boolean }[] | null;
}

const READ = 50;

/** The people of an answer of Clio's list of contacts; those who can be reached first. */
export function peopleIn(data: unknown, clio: string, location: string): ClioPerson[] {
  const rows = (data as { data?: Listed[] } | undefined)?.data ?? [];
  const people = rows.map(({ id, name, email_addresses, phone_numbers }): ClioPerson => {
    const [email, phone] = [email_addresses?.[0]?.address, phone_numbers?.[0]?.number];
    return { link: `${clio}|${id}|${location}`, name: name || String(id), reach: email || phone || undefined };
  });
  return [...people.filter(({ reach }) => reach), ...people.filter(({ reach }) => !reach)];
}

export interface ClioPeople extends Pick<Ask<'operation.try'>, 'error'> {
  people?: ClioPerson[];
  /** What they were found by; empty for the first ones. */
  query: string;
  find: (query: string) => void;
}

/** People straight from Clio, for a store that holds nobody yet. */
export function useClioPeople(view: ConnectionsView): ClioPeople {
  const { error, value, ask } = useAsk('operation.try');
  const [asked, setAsked] = useState('');
  const [clio, highlevel] = [accountOf(view, 'clio'), accountOf(view, 'highlevel')];
  const find = (query: string): void => {
    if (!clio) return;
    const values = { type: 'Person', limit: READ, ...(query && { query }) };
    setAsked(query);
    void ask({ id: 'clio.contact.list', values, connection: clio.id });
  };
  useEffect(() => find(''), [clio?.id]);
  const people = value && clio && highlevel ? peopleIn(value.data, clio.account, highlevel.account) : undefined;
  return { error, people, query: asked, find };
}
