import type { Link } from '../model/link.ts';
import type { Batch } from './batch.ts';
import type { Database } from './db.ts';
import type { LinkRow, Sealer } from './rows.ts';

/** `ifThere`: put only over a link that is there. */
export interface SealedLink {
  put?: LinkRow;
  ifAbsent?: boolean;
  ifThere?: boolean;
  remove?: string;
  only?: string;
}

async function sealed(sealer: Sealer, link: Link): Promise<LinkRow> {
  const { key, clioAccount, clioId, locationId, highlevelId } = link;
  return { key, clioAccount, clioId, locationId, highlevelId, sealed: await sealer.seal(link, `link|${key}`) };
}

/** What the batch's own changes make of a link, before its new base is put on it. */
function after({ links = [] }: Batch, key: string, kept: Link | undefined): Link | undefined {
  let link = kept;
  for (const { put, ifAbsent, remove, only } of links) {
    if (put?.key === key && !(ifAbsent && link)) link = put;
    if (remove === key && (only === undefined || link?.highlevelId === only)) link = undefined;
  }
  return link;
}

/** Links and their new bases, sealed, in the order in which they are written: a base goes on top of what the batch makes of its link. */
export async function prepareLinks(db: Database, sealer: Sealer, batch: Batch): Promise<SealedLink[]> {
  const changes = await Promise.all(
    (batch.links ?? []).map(async ({ put, ...rest }) => (put ? { ...rest, put: await sealed(sealer, put) } : rest)),
  );
  const agreed = batch.agreed ?? [];
  if (!agreed.length) return changes;
  const rows = await db.read(['links'], (tx) => Promise.all(agreed.map((one) => tx.objectStore('links').get(one.link))));
  const bases = await Promise.all(
    agreed.map(async ({ link: key, only, value }, index): Promise<SealedLink> => {
      const row = rows[index];
      const link = after(batch, key, row && (await sealer.open<Link>(row.sealed, `link|${key}`)));
      if (!link || (only !== undefined && link.highlevelId !== only)) return {};
      return { put: await sealed(sealer, { ...link, ...value }), ifThere: true };
    }),
  );
  return [...changes, ...bases];
}
