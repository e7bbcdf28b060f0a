import { i18n } from '#i18n';
import type { FieldView } from '../../../lib/model/console-sync.ts';
import type { Direction, Policy, SyncEntity } from '../../../lib/model/sync.ts';

/** For keys made at run time out of ids, which the generated key types can't know. */
export const lookUp = i18n.t as unknown as (key: string, fill?: string[]) => string;
const flat = (id: string): string => id.replaceAll(/[-.]/g, '_');

export const entityWords = (entity: SyncEntity): string => lookUp(`mappings.entities.${entity}`);
export const entityHint = (entity: SyncEntity): string => lookUp(`mappings.entities.${entity}Hint`);
export const directionWords = (direction: Direction): string => lookUp(`mappings.dir.${flat(direction)}`);
export const policyWords = (policy: Policy): string => lookUp(`mappings.policy.${policy}`);
export const kindWords = (kind: string): string => lookUp(`mappings.kind.${flat(kind)}`) || kind;
/** A field named by a person has its own name; the others have words. */
export const fieldName = ({ name, label, id }: Pick<FieldView, 'name' | 'label' | 'id'>): string => name ?? (lookUp(label) || id);
export const sourceWords = (id: string): string => lookUp(`mappings.state.reads.${flat(id)}`) || id;

export const count = (value: number): string => new Intl.NumberFormat(i18n.t('time.locale') || undefined).format(value);
