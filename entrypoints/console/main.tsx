import { render } from 'preact';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/console/console.css';
import { Console } from '../../components/console/Console.tsx';
import { requestHostAccess } from './host-access.ts';

const root = document.getElementById('console');
if (root) render(<Console requestHosts={requestHostAccess} />, root);
