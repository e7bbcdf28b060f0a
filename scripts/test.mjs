// `npm test`: packages and browsers when absent, then every test; arguments go to Vitest.
import { checkNode, ensurePackages, underDeclaredNode } from './bare/packages.mjs';

checkNode();
ensurePackages();
underDeclaredNode('scripts/test.ts', process.argv.slice(2));
