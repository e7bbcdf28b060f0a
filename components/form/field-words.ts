import { i18n } from '#i18n';
import { fieldWords, optionWords } from '../../lib/catalog/operation.ts';

/** For keys made at run time out of a table's ids, which the generated key types can't know. */
const lookUp = i18n.t as unknown as (key: string) => string;

/** A field's name is better than no label at all. */
export const fieldLabel = (name: string): string => lookUp(fieldWords(name)) || name;
export const optionLabel = (option: string): string => lookUp(optionWords(option)) || option;
