import { fakeBrowser } from 'wxt/testing/fake-browser';

// Stands in for `webextension-polyfill`, which refuses to load outside an extension.
export default fakeBrowser;
