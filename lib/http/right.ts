import type { Right } from '../model/connection.ts';
import type { AppError } from '../model/errors.ts';
import type { Request } from './endpoint.ts';

/** One row of the permission check: a call that proves a right and changes nothing. */
export interface RightProbe {
  /** Words are `right.<id>`. */
  id: string;
  access: 'read' | 'write';
  scope: string;
  /** HighLevel needs the location; Clio needs nothing. */
  request(locationId: string): Request;
}

/** What came of the call: the status of a good answer, or the error. */
export type Outcome = { status: number } | { error: AppError };

/**
 * What an outcome proves. A write is asked for in a way that must be refused as invalid: a refusal that speaks of the request
 * (or of a record that does not exist) was made by somebody who let us in; one that speaks of the right was not.
 */
export function verdict(outcome: Outcome): Pick<Right, 'state' | 'proof'> {
  if ('status' in outcome) return { state: 'granted', proof: String(outcome.status) };
  const { code, facts } = outcome.error;
  const status = facts.status ? `${facts.status} ` : '';
  switch (code) {
    case 'invalid-request':
      // Without a status it never left: our own checks refused it.
      return facts.status ? { state: 'granted', proof: `${status}refused as invalid` } : { state: 'unknown', proof: 'not sent' };
    case 'precondition-failed':
      return { state: 'granted', proof: `${status}refused as outdated` };
    case 'not-found':
      return { state: 'granted', proof: `${status}no such record` };
    case 'missing-scope':
      return { state: 'missing', proof: `${status}not for this scope` };
    case 'wrong-location':
      return { state: 'missing', proof: `${status}not for this location` };
    default:
      return { state: 'unknown', proof: `${status}${code}` };
  }
}
