import type { JSX } from 'preact';
import { i18n } from '#i18n';
import { REGIONS, type Region } from '../../lib/model/subject.ts';
import { Field } from '../ui/Field.tsx';
import { regionHost, regionName } from './words.ts';

interface RegionFieldProps {
  region: Region;
  hint?: string | undefined;
  onChoose: (region: Region) => void;
}

/** Which of Clio's four regions the firm is in, with the address it is known by. */
export function RegionField({ region, hint, onChoose }: RegionFieldProps): JSX.Element {
  return (
    <Field label={i18n.t('console.clio.region')} hint={hint}>
      {(control) => (
        <select {...control} class="input" value={region} onChange={(event) => onChoose(event.currentTarget.value as Region)}>
          {REGIONS.map((one) => (
            <option key={one} value={one}>
              {regionName(one)} ({regionHost(one)})
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
