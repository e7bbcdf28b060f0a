import type { Page } from 'puppeteer-core';
import type { Sandbox } from '../../sandbox/server.ts';
import type { ConsoleDriver } from '../browser/console-driver.ts';
import type { Harness } from '../browser/harness.ts';
import type { PanelDriver } from '../browser/panel-driver.ts';

/** What every step works with. */
export interface Tour {
  harness: Harness;
  sandbox: Sandbox;
  desk: ConsoleDriver;
  /** The one Clio tab, opened at the hash on first use, later led there by its hash. */
  clio(hash: string): Promise<PanelDriver>;
  /** Which page the picture is taken of; the last one used. */
  picture(page: Page): void;
  /** One more picture on the way, under a name of its own. */
  snap(name: string): Promise<void>;
}
