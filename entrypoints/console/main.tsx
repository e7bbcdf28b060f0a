import { render } from 'preact';
import { browser } from 'wxt/browser';
import { followAppearance } from '../../components/appearance.ts';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/console/console.css';
import { Console } from '../../components/console/Console.tsx';
import { bringPage } from '../../components/console/pages.tsx';
import { routeNow } from '../../components/console/use-hash.ts';
import { requestHostAccess } from './host-access.ts';
import { land } from './landing.ts';

const root = document.getElementById('console');
await Promise.all([
  followAppearance(document.documentElement, browser.storage),
  // A page that can't be brought says so itself.
  land(window.location).then(() => bringPage(routeNow()).catch(() => undefined)),
]);
if (root) render(<Console requestHosts={requestHostAccess} />, root);
