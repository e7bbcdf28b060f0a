import type { Plugin } from 'vite';
import { leanFetch } from './fetch.ts';
import { leanMustache } from './mustache.ts';
import { leanPhone } from './phone.ts';
import { leanPolyfill } from './polyfill.ts';

/** Leaves out of packages what the product never reaches. Each stops the build when a package no longer looks as it did when this was written. */
export const leanPlugins = (browser: string): Plugin[] => [leanPhone(), leanPolyfill(browser), leanFetch(), leanMustache()];
