import { appointmentRoutes } from './appointments.ts';
import { bulkRoutes } from './bulk.ts';
import { businessRoutes } from './businesses.ts';
import { calendarRoutes } from './calendars.ts';
import { contactListRoutes } from './contact-lists.ts';
import { contactRoutes } from './contacts.ts';
import { locationRoutes } from './locations.ts';
import { noteRoutes } from './notes.ts';
import { oauthRoutes } from './oauth.ts';
import type { HlRoute } from './route.ts';
import { searchRoutes } from './search.ts';
import { tagRoutes } from './tags.ts';
import { taskRoutes } from './tasks.ts';
import { userRoutes } from './users.ts';
import { workflowRoutes } from './workflows.ts';

/** Every operation behind a bearer token. (`POST /oauth/token` has no row: it takes neither token nor version.) */
export const API_ROUTES: HlRoute[] = [
  ...contactRoutes,
  ...contactListRoutes,
  ...searchRoutes,
  ...taskRoutes,
  ...noteRoutes,
  ...tagRoutes,
  ...bulkRoutes,
  ...workflowRoutes,
  ...appointmentRoutes,
  ...calendarRoutes,
  ...locationRoutes,
  ...userRoutes,
  ...businessRoutes,
  ...oauthRoutes,
];
