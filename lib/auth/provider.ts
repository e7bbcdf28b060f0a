import type { TokenAnswer } from '../http/token-answer.ts';
import type { AppError } from '../model/errors.ts';
import type { Region, System } from '../model/subject.ts';

/** A form-encoded POST to a token endpoint. */
export interface TokenRequest {
  url: string;
  form: Record<string, string>;
}

export interface AppKeys {
  clientId: string;
  clientSecret: string;
  region?: Region;
}

/** How one system signs people in, as data: a token broker later is another provider, not another flow. */
export interface Provider {
  system: System;
  consentUrl(input: AppKeys & { redirectUri: string; state: string }): string;
  exchange(input: AppKeys & { redirectUri: string; code: string }): TokenRequest;
  refresh(input: AppKeys & { refreshToken: string; redirectUri: string }): TokenRequest;
  /** The parsed answer, or the error to throw. Never throws itself. */
  read(status: number, text: string): TokenAnswer | AppError;
}
