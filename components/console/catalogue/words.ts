import { i18n } from '#i18n';
import { wordsOf } from '../../../lib/catalog/operation.ts';
import type { System } from '../../../lib/model/subject.ts';
import { systemName } from '../words.ts';

/** For keys made at run time out of a table's ids, which the generated key types can't know. */
const lookUp = i18n.t as unknown as (key: string, fill?: string[]) => string;

export const operationLabel = (id: string): string => lookUp(wordsOf(id).label) || id;
export const operationSummary = (id: string): string => lookUp(wordsOf(id).summary);
export const kindWords = (kind: string): string => lookUp(`catalogue.kind.${kind}`);
export const sourceWords = (source: string): string => lookUp(`catalogue.source.${source}`);
export const resendWords = (resend: string): string => lookUp(`catalogue.resend.${resend}`);
export const changeWords = (change: string, fill: string[]): string => lookUp(`catalogue.change.${change}`, fill);
export const sideName = (system: System | 'local'): string =>
  system === 'local' ? i18n.t('catalogue.local') : systemName(system);
/** What an id is about, e.g. `highlevel.matter-stage.list`: Matter stage. */
export const entityName = (entity: string): string => lookUp(`catalogue.entity.${entity.replaceAll('-', '_')}`) || entity;
