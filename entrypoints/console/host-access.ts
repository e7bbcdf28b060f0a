import { browser } from 'wxt/browser';

/** Asks the browser for host access. Must be called inside a click: both browsers refuse it otherwise. Resolves to whether it was given. */
export const requestHostAccess = (origins: string[]): Promise<boolean> => browser.permissions.request({ origins });
