import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { ENVIRONMENT, ORIGIN } from './stack';

const CHROMIUM = process.env['FIRSTFILL_CHROMIUM'] ?? '/usr/bin/chromium';
const SHOTS = process.env['FIRSTFILL_SHOTS'] ?? join('..', '..', '..', 'target', 'screenshots');

export async function launch(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(`There is no Chromium at ${CHROMIUM}: install it, or set FIRSTFILL_CHROMIUM`);
  }
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-dev-shm-usage'],
  });
}

export interface Look {
  width: number;
  height: number;
  colorScheme: 'light' | 'dark';
}

export const DESK: Look = { width: 1280, height: 800, colorScheme: 'light' };

/** Every size and theme that a page is looked at in. */
export const LOOKS: readonly Look[] = [
  DESK,
  { ...DESK, colorScheme: 'dark' },
  { width: 390, height: 844, colorScheme: 'light' },
  { width: 390, height: 844, colorScheme: 'dark' },
];

/** A window that fails its test by an error on the console, a refused content, or a request to another origin. */
export class Window {
  readonly faults: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('console', (message) => message.type() === 'error' && this.faults.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => this.faults.push(`page: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(ORIGIN) && !request.url().startsWith('data:')) {
        this.faults.push(`request to ${request.url()}`);
      }
    });
  }

  static async open(browser: Browser, look: Look = DESK): Promise<Window> {
    const { width, height, colorScheme } = look;
    // Another zone than UTC, so that a time that is local by mistake is seen.
    const context = await browser.newContext({ viewport: { width, height }, colorScheme, timezoneId: 'Asia/Tokyo' });
    return new Window(context, await context.newPage());
  }

  /** Opens a page of the environment; the identity provider asks who it is. */
  async signIn(user: string, path = 'now'): Promise<void> {
    await this.page.goto(`${ORIGIN}/env/${ENVIRONMENT}/${path}`);
    await this.page.fill('#username', user);
    await this.page.fill('#password', user);
    await this.page.click('[type=submit]');
    await this.page.waitForSelector('h1');
  }

  async screenshot(name: string): Promise<void> {
    mkdirSync(SHOTS, { recursive: true });
    const size = this.page.viewportSize()?.width ?? 0;
    const theme = await this.page.evaluate(() => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
    await this.page.screenshot({ path: join(SHOTS, `${name}-${size}-${theme}.png`), fullPage: true });
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
