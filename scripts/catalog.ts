import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateChromeMessages, parseMessagesText } from '@wxt-dev/i18n/build';
import { wordsOf } from '../lib/catalog/operation.ts';
import { CATALOGUE } from '../lib/catalog/operations/catalogue.ts';
import { endpointOf } from '../lib/catalog/operations/endpoint-of.ts';
import { isCounted } from '../lib/catalog/operations/index.ts';

/** The catalogue of operations. `npm run catalog` shows a table, `npm run catalog -- --json` one JSON list on stdout. */

const LOCALE = join(import.meta.dirname, '../locales/en.yml');
const messages: Record<string, { message: string }> = generateChromeMessages(
  parseMessagesText(readFileSync(LOCALE, 'utf8'), 'YAML'),
);
const wordsFor = (key: string): string => messages[key.replaceAll('.', '_')]?.message ?? '';

/** One row an operation; `path` of a local step or a relayed event is empty. */
export const catalogueRows = () =>
  CATALOGUE.map((one) => {
    const endpoint = endpointOf(one.endpoint);
    return {
      id: one.id,
      kind: one.kind,
      system: one.system,
      label: wordsFor(wordsOf(one.id).label),
      method: endpoint?.method ?? '',
      // As the vendor writes it: ours has the prefix of custom objects' keys in the path (lib/highlevel/endpoints/office.ts).
      path: endpoint?.path.replace('custom_objects.:schemaKey', ':schemaKey') ?? '',
      event: one.event ?? '',
      source: one.source ?? '',
      preset: one.presetOf !== undefined,
      counted: isCounted(one),
      scopes: one.scopes,
    };
  });

type Row = ReturnType<typeof catalogueRows>[number];

function table(rows: Row[]): string {
  const lines = rows.map((row) => [
    row.counted ? '' : row.preset ? 'preset' : row.source === 'relay' ? 'relay' : 'local',
    row.kind,
    row.id,
    row.label,
    `${row.method} ${row.path}`.trim() || row.event,
    row.scopes.join(' '),
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function counts(rows: Row[]): string {
  const how = (test: (row: Row) => boolean) => rows.filter(test).length;
  const kinds = ['trigger', 'search', 'action', 'utility'].map(
    (kind) => `${how((row) => row.counted && row.kind === kind)} ${kind}`,
  );
  return [
    `${how((row) => row.counted)} operations (${kinds.join(', ')})`,
    `${how((row) => row.preset)} presets, narrower cases of these`,
    `${how((row) => row.source === 'relay' && !row.preset)} that wait for a webhook relay`,
    `${how((row) => row.system === 'local')} steps of rules that call nobody`,
  ].join('\n');
}

if (process.argv[1] === import.meta.filename) {
  const rows = catalogueRows();
  console.log(process.argv.includes('--json') ? JSON.stringify(rows, null, 2) : `${table(rows)}\n\n${counts(rows)}`);
}
