import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
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
  readonly #expected: RegExp[] = [];

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
    await this.page.goto(addressOf(path));
    await this.identify(user);
  }

  /** Answers the identity provider, which has the window. */
  async identify(user: string): Promise<void> {
    await this.page.fill('#username', user);
    await this.page.fill('#password', user);
    await this.page.click('[type=submit]');
    await this.page.waitForSelector('h1');
  }

  /** Opens a page of the environment by its address, and waits until nothing of it waits for a first answer. */
  async goto(path: string): Promise<void> {
    await this.page.goto(addressOf(path));
    await this.settled();
  }

  /** Waits until every part of the page has answered, or has said why not. */
  async settled(): Promise<void> {
    await this.page.getByRole('heading', { level: 1 }).waitFor();
    await this.page.waitForFunction(() => document.querySelector('main :is(section, div)[aria-busy="true"]') === null);
  }

  /** Takes a fault for expected: the browser itself reports refused and missing answers on the console. */
  expects(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  /** The faults that no test has expected. */
  unexpected(): string[] {
    return this.faults.filter((fault) => !this.#expected.some((pattern) => pattern.test(fault)));
  }

  async screenshot(name: string): Promise<void> {
    mkdirSync(SHOTS, { recursive: true });
    const size = this.page.viewportSize()?.width ?? 0;
    const theme = await this.page.evaluate(() => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
    await this.page.screenshot({ path: join(SHOTS, `${name}-${size}-${theme}.png`), fullPage: true, animations: 'disabled' });
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

export function addressOf(path: string): string {
  return `${ORIGIN}/env/${ENVIRONMENT}/${path}`;
}

export type Open = (user: string, path?: string, look?: Look) => Promise<Window>;

/**
 * Gives the tests of a file a browser. Each window is closed after its test, which fails by what the window has to find
 * fault with; of a test that failed for any reason the windows are photographed.
 */
export function windows(): Open {
  let browser: Browser;
  const opened: Window[] = [];
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  afterEach(async ({ task }) => {
    const mine = opened.splice(0);
    if (task.result?.state === 'fail') {
      const name = `failed-${task.name.replaceAll(/\W+/g, '-').slice(0, 60)}`;
      await Promise.all(mine.map((window, index) => window.screenshot(`${name}-${index}`).catch(() => undefined)));
    }
    const faults = mine.flatMap((window) => window.unexpected());
    await Promise.all(mine.map((window) => window.close()));
    expect(faults).toEqual([]);
  });
  return async (user, path, look) => {
    const window = await Window.open(browser, look);
    opened.push(window);
    await window.signIn(user, path);
    return window;
  };
}

/** What axe finds serious on the page as it is, with the elements. */
export async function seriousFindings(page: Page, ...rules: string[]): Promise<unknown[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules.length === 0 ? axe : axe.withRules(rules)).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

/** The CSS pixels by which the page is wider than its window, or a card than the page. */
export function beside(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const main = document.querySelector('main') as HTMLElement;
    const most = main.getBoundingClientRect().right - Number.parseFloat(getComputedStyle(main).paddingRight);
    const cards = [...main.querySelectorAll('section')].map((card) => card.getBoundingClientRect().right - most);
    return Math.max(scrollWidth - clientWidth, ...cards.map(Math.round));
  });
}
