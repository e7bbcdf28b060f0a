import { readTokenAnswer, type TokenAnswer } from '../http/token-answer.ts';
import type { AppError } from '../model/errors.ts';
import type { Region } from '../model/subject.ts';
import { CLIO_REGIONS } from './regions.ts';

interface AppKeys {
  clientId: string;
  clientSecret: string;
  region?: Region;
}

const at = (path: string, region: Region = 'us') => `https://${CLIO_REGIONS[region].host}/oauth/${path}`;

/**
 * Clio's sign-in, as data for lib/auth. Apps and tokens belong to one region. No scopes: rights are ticked in the developer app.
 * Access tokens last 30 days, the refresh token is reused and answered only at the first exchange [doc].
 */
export const clioProvider = {
  system: 'clio' as const,

  /** `redirect_on_decline`: a "no" comes back as `error=access_denied` instead of stranding the window on Clio's page [doc]. */
  consentUrl(input: AppKeys & { redirectUri: string; state: string }): string {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: input.clientId,
      redirect_uri: input.redirectUri,
      state: input.state,
      redirect_on_decline: 'true',
    });
    return `${at('authorize', input.region)}?${query}`;
  },

  exchange: (input: AppKeys & { redirectUri: string; code: string }) => ({
    url: at('token', input.region),
    form: {
      client_id: input.clientId,
      client_secret: input.clientSecret,
      grant_type: 'authorization_code',
      code: input.code,
      redirect_uri: input.redirectUri,
    } as Record<string, string>,
  }),

  refresh: (input: AppKeys & { refreshToken: string; redirectUri: string }) => ({
    url: at('token', input.region),
    form: {
      client_id: input.clientId,
      client_secret: input.clientSecret,
      grant_type: 'refresh_token',
      refresh_token: input.refreshToken,
    } as Record<string, string>,
  }),

  read: (status: number, text: string): TokenAnswer | AppError => readTokenAnswer('clio', status, text),
};
