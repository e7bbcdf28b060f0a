import { associationRoutes } from './associations.ts';
import { blockRoutes } from './blocks.ts';
import { conversationRoutes } from './conversations.ts';
import { formRoutes } from './forms.ts';
import { invoiceRoutes } from './invoices.ts';
import { messageRoutes } from './messages.ts';
import { objectRoutes } from './objects.ts';
import { opportunityRoutes } from './opportunities.ts';
import { proposalRoutes } from './proposals.ts';
import type { HlRoute } from './route.ts';
import { setupRoutes } from './setup.ts';

/** Every operation beside people and their work; a table of its own, as its contract test knows some exceptions that `API_ROUTES` has not. */
export const SALES_ROUTES: HlRoute[] = [
  ...opportunityRoutes,
  ...conversationRoutes,
  ...messageRoutes,
  ...blockRoutes,
  ...formRoutes,
  ...proposalRoutes,
  ...invoiceRoutes,
  ...objectRoutes,
  ...associationRoutes,
  ...setupRoutes,
];
