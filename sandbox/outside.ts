import type { Exchange, Reply } from './exchange.ts';
import { OUTSIDE_HOSTS } from './hosts.ts';
import type { StandIn } from './stand-in.ts';

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Another site</title></head>
<body><h1>Another site</h1><p>Nothing of Clio here, whatever the address says.</p>
<p><a href="mailto:someone@example.com">someone@example.com</a></p></body></html>`;

/** Sites that are neither Clio nor HighLevel: one plain page on every path. */
export function createOutside(): StandIn {
  return {
    hosts: OUTSIDE_HOSTS,
    handle: (exchange: Exchange): Reply =>
      exchange.method === 'GET' || exchange.method === 'HEAD'
        ? { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: PAGE }
        : { status: 405, headers: { allow: 'GET, HEAD' } },
    routeId: () => 'outside.page',
    state: {},
    control: {},
    reset: () => undefined,
  };
}
