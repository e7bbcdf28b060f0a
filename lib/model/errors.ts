/** One table for every failure Rankr knows. `retry` is what the outbox and the pulls go by; the words are `error.<code>` in locales. */
export const ERRORS = {
  offline: { retry: 'soon' },
  'network-lost': { retry: 'soon' },
  timeout: { retry: 'soon' },
  'rate-limited': { retry: 'soon' },
  'daily-limit': { retry: 'later' },
  'server-error': { retry: 'soon' },
  'bad-answer': { retry: 'soon' },
  'precondition-failed': { retry: 'soon' },
  'not-connected': { retry: 'after-sign-in' },
  'signed-out': { retry: 'after-sign-in' },
  'refresh-refused': { retry: 'after-sign-in' },
  'missing-scope': { retry: 'after-sign-in' },
  'wrong-location': { retry: 'never' },
  'not-found': { retry: 'never' },
  'invalid-request': { retry: 'never' },
  'duplicate-contact': { retry: 'never' },
  'already-there': { retry: 'never' },
  'region-taken': { retry: 'never' },
  'writing-off': { retry: 'never' },
  'sync-off': { retry: 'never' },
  'rule-off': { retry: 'never' },
  'subject-changed': { retry: 'never' },
  'outcome-unknown': { retry: 'never' },
  'not-as-sent': { retry: 'never' },
  'changed-meanwhile': { retry: 'never' },
  'too-late-to-undo': { retry: 'never' },
  held: { retry: 'never' },
  'sign-in-cancelled': { retry: 'never' },
  'sign-in-refused': { retry: 'never' },
  'sign-in-state': { retry: 'never' },
  'sign-in-interrupted': { retry: 'never' },
  'bad-credentials': { retry: 'never' },
  'storage-full': { retry: 'later' },
  'storage-unavailable': { retry: 'later' },
  'not-allowed': { retry: 'never' },
  'bad-message': { retry: 'never' },
  'host-access-missing': { retry: 'after-sign-in' },
  unexpected: { retry: 'later' },
} as const satisfies Record<string, { retry: 'soon' | 'later' | 'after-sign-in' | 'never' }>;

export type ErrorCode = keyof typeof ERRORS;
export type Retry = (typeof ERRORS)[ErrorCode]['retry'];

/** Facts that travel with an error. Never a token; client data only in `detail`, which is stored sealed and shown, not logged. */
export interface ErrorFacts {
  system?: 'clio' | 'highlevel';
  /** HTTP status, when an answer arrived. */
  status?: number;
  /** Milliseconds since 1970 before which no further call may be made. */
  until?: number;
  /** What the vendor said, shortened to 300 characters. */
  detail?: string;
  /** True when the request may have been carried out although no good answer arrived. */
  maybeDone?: boolean;
  /** Id of an existing record the vendor pointed at (HighLevel's duplicate answer). */
  existingId?: string;
  /** Scope, field or path the error is about. */
  about?: string;
}

/** The only error class. Thrown once, at the door where the failure is known. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;
  constructor(code: ErrorCode, facts: ErrorFacts = {}, cause?: unknown) {
    super(code, { cause });
    this.name = 'AppError';
    this.code = code;
    this.facts = facts;
  }
}

export const retryOf = (code: ErrorCode): Retry => ERRORS[code].retry;

/** Any thrown thing as an AppError; what is not known becomes `unexpected`, with the cause kept. */
export const toAppError = (error: unknown): AppError =>
  error instanceof AppError
    ? error
    : new AppError(
        'unexpected',
        { detail: error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : undefined },
        error,
      );
