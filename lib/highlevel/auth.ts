import { readTokenAnswer, type TokenAnswer } from '../http/token-answer.ts';
import { AppError } from '../model/errors.ts';

const CONSENT = 'https://marketplace.gohighlevel.com/v2/oauth/chooselocation';
const TOKEN = 'https://services.leadconnectorhq.com/oauth/token';

/**
 * What is asked for, reading first. The writing ones are asked for at once, so that switching writing on later needs no new
 * sign-in; until then Rankr itself refuses every write (`writing-off`). Names: the official spec's security of each call.
 */
export const HIGHLEVEL_SCOPES = [
  // Contacts with their tasks, notes, appointments, and the search.
  'contacts.readonly',
  // Name, country and time zone of the location.
  'locations.readonly',
  'locations/tags.readonly',
  'locations/customFields.readonly',
  'locations/tasks.readonly',
  // Calendars' names, beside appointments.
  'calendars.readonly',
  // Appointments of a calendar, and one by its id.
  'calendars/events.readonly',
  // Whom a task is assigned to, who wrote a note.
  'users.readonly',
  // Contacts, tags, tasks and notes: one scope for all four.
  'contacts.write',
  'calendars/events.write',
] as const;

interface AppKeys {
  clientId: string;
  clientSecret: string;
}

/** HighLevel's sign-in, as data for lib/auth. Access tokens last a day; the refresh token changes with every use [doc]. */
export const highlevelProvider = {
  system: 'highlevel' as const,

  /** The page on which a person chooses the sub-account. No PKCE in the specs. */
  consentUrl(input: AppKeys & { redirectUri: string; state: string }): string {
    const query = new URLSearchParams({
      response_type: 'code',
      redirect_uri: input.redirectUri,
      client_id: input.clientId,
      scope: HIGHLEVEL_SCOPES.join(' '),
      state: input.state,
      // Logging in stays in this window, which is the one that is watched [doc].
      loginWindowOpenMode: 'self',
    });
    return `${CONSENT}?${query}`;
  },

  exchange: (input: AppKeys & { redirectUri: string; code: string }) => ({
    url: TOKEN,
    form: {
      client_id: input.clientId,
      client_secret: input.clientSecret,
      grant_type: 'authorization_code',
      code: input.code,
      user_type: 'Location',
      redirect_uri: input.redirectUri,
    } as Record<string, string>,
  }),

  refresh: (input: AppKeys & { refreshToken: string; redirectUri: string }) => ({
    url: TOKEN,
    form: {
      client_id: input.clientId,
      client_secret: input.clientSecret,
      grant_type: 'refresh_token',
      refresh_token: input.refreshToken,
      user_type: 'Location',
      redirect_uri: input.redirectUri,
    } as Record<string, string>,
  }),

  /** The tokens, or the error to throw. An agency's token (no location in it) is refused: it would reach every sub-account. */
  read(status: number, text: string): TokenAnswer | AppError {
    const answer = readTokenAnswer('highlevel', status, text);
    if (answer instanceof AppError || answer.locationId) return answer;
    return new AppError('sign-in-refused', { system: 'highlevel', status, about: 'locationId' });
  },
};
