import { render } from 'preact';
import { browser } from 'wxt/browser';
import { followAppearance } from '../../components/appearance.ts';
import { Panel } from '../../components/panel/Panel.tsx';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/panel/panel.css';

const root = document.getElementById('root');
const forgetNonce = () => history.replaceState(null, '', location.pathname + location.search);
await followAppearance(document.documentElement, browser.storage);
if (root) render(<Panel nonce={location.hash.slice(1)} onGreeted={forgetNonce} />, root);
