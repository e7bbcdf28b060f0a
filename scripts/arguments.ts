import { parseArgs } from 'node:util';
import { BROWSERS, type BrowserKind } from './browser/find.ts';

export interface StartArguments {
  browser: BrowserKind;
  headless: boolean;
}

/** Reads `--browser chromium|firefox` and `--headless`; without a display on Linux a window can't be shown, so it is headless. */
export function readArguments(args: string[], env: NodeJS.ProcessEnv = process.env): StartArguments {
  const { values } = parseArgs({
    args,
    options: { browser: { type: 'string', default: 'chromium' }, headless: { type: 'boolean', default: false } },
  });
  const browser = BROWSERS.find((kind) => kind === values.browser);
  if (!browser) throw new Error(`--browser is ${BROWSERS.join(' or ')}, not ${values.browser}`);
  const blind = process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY;
  return { browser, headless: values.headless || blind };
}
