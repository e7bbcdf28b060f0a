// `npm start`: sets itself up on a bare machine, then hands over to scripts/start.ts under Node 24.
import { checkNode, ensurePackages, underDeclaredNode } from './bare/packages.mjs';

checkNode();
ensurePackages();
underDeclaredNode('scripts/start.ts', process.argv.slice(2));
