import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { ensureBrowser } from './browser/install.ts';
import { ROOT } from './build-extension.ts';

// `npm run icons`: paints assets/icon.svg in the sizes the browsers ask for. Run it when the SVG changes and commit what it writes.
const SIZES = [16, 32, 48, 96, 128];
const svg = readFileSync(join(ROOT, 'assets/icon.svg'), 'utf8');
const profile = mkdtempSync(join(tmpdir(), 'rankr-icons-'));
const browser = await puppeteer.launch({
  browser: 'chrome',
  executablePath: ensureBrowser('chromium'),
  pipe: true,
  userDataDir: profile,
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'],
});
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    writeFileSync(join(ROOT, `public/icon/${size}.png`), await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
