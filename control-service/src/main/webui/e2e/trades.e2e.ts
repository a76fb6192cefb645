import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launch, LOOKS, Window, type Look } from './browser';
import { announce, api, calm, ENVIRONMENT, until } from './stack';

interface Order {
  clientOrderId: string;
  pair: string;
  listingId: string;
  averagePrice?: string;
  timeline: { hopMicros: Record<string, number> };
}

let browser: Browser;
let order: Order;
const windows: Window[] = [];

async function open(user: string, path: string, look?: Look): Promise<Window> {
  const window = await Window.open(browser, look);
  windows.push(window);
  await window.signIn(user, path);
  return window;
}

async function orders(query: string): Promise<Order[]> {
  const page = await api<{ items: Order[] }>('viewer', 'GET', `/api/ledger/v1/orders?environment=${ENVIRONMENT}&${query}`);
  return page.items;
}

/** Starts a run and has it buy a listing. */
async function bought(): Promise<Order> {
  const saved = await api<{ configurationId: string; version: number }>('operator', 'POST', '/api/control/v1/configurations', {
    environment: ENVIRONMENT,
    name: `Trades ${Date.now()}`,
    quoteAmount: '50',
    symbols: { quoteAssets: ['USDT'] },
    caps: { tradesPerHour: 100, spend: '5000', concurrentListings: 10 },
  });
  await api('operator', 'POST', '/api/control/v1/runs', {
    environment: ENVIRONMENT,
    configurationId: saved.configurationId,
    version: saved.version,
  });
  const pair = await announce(20);
  let found: Order | undefined;
  await until(`a buy of ${pair}`, async () => {
    [found] = await orders(`pair=${encodeURIComponent(pair)}&status=FILLED`);
    return found?.timeline.hopMicros['filled_recorded'] !== undefined;
  });
  return found as Order;
}

beforeAll(async () => {
  browser = await launch();
  await calm();
  order = await bought();
});

afterAll(async () => {
  await calm();
  await browser.close();
});

afterEach(async () => {
  const faults = windows.flatMap((window) => window.faults);
  await Promise.all(windows.splice(0).map((window) => window.close()));
  expect(faults).toEqual([]);
});

async function seriousFindings(page: Page): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

describe('the orders', () => {
  it('are filtered by the address, which another person gets the same rows from', async () => {
    const { page } = await open('viewer', 'trades');
    await page.getByRole('table').waitFor();
    await page.getByLabel('Pair').fill(order.pair.toLowerCase());
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'FILLED', exact: true }).click();
    await page.waitForURL(/status=FILLED/);
    const rows = page.getByRole('row').filter({ hasText: order.pair });
    await rows.first().waitFor();
    const { page: other } = await open('risk', `trades${new URL(page.url()).search}`);
    await other.getByRole('table').waitFor();
    expect(await other.getByRole('row').allInnerTexts()).toEqual(await page.getByRole('row').allInnerTexts());
    expect(await rows.count()).toBe(1);
  });

  it('are never others than the link asks for', async () => {
    const { page } = await open('viewer', 'trades?status=FOO');
    await page.getByText('status=FOO is not known here.').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByRole('row').filter({ hasText: order.pair }).first().waitFor();
  });

  it('say what was looked for where there is none', async () => {
    const { page } = await open('viewer', 'trades?from=2020-01-01T00:00:00Z&to=2020-01-01T01:00:00Z&status=REJECTED');
    await page.getByText('No orders between 1 Jan 2020 00:00:00Z and 1 Jan 2020 01:00:00Z, with status REJECTED.').waitFor();
  });
});

describe('an order', () => {
  it('shows its hops as the ledger measures them, to the digit', async () => {
    const { page } = await open('viewer', `trades/${order.clientOrderId}`);
    const card = page.getByRole('region', { name: 'Hop by hop' });
    await card.getByRole('heading', { name: 'As the ledger measures it' }).waitFor();
    const exact = await card.getByRole('cell').filter({ hasText: /^\u2212?[\d\u2009]+ µs$/ }).allInnerTexts();
    const shown = exact.map((text) => Number(text.replace('\u2212', '-').replace(/[^\d-]/g, '')));
    for (const [hop, micros] of Object.entries(order.timeline.hopMicros)) {
      expect(shown, hop).toContain(micros);
    }
    const facts = page.getByRole('region', { name: 'Facts' });
    expect((await facts.innerText()).replaceAll('\u2009', '')).toContain(order.averagePrice ?? 'no price');
  });

  it('stands on the prices that the ledger has of its opening, or says that there are none', async () => {
    const { page } = await open('viewer', `trades/${order.clientOrderId}`);
    const card = page.getByRole('region', { name: 'Price around the opening' });
    await card.getByText(/prices as numbers|No prices were recorded/).waitFor();
    const { items } = await api<{ items: unknown[] }>('viewer', 'GET', `/api/ledger/v1/listings/${order.listingId}/prices`);
    if (items.length === 0) {
      await card.getByText('No prices were recorded around this opening.').waitFor();
    } else {
      await card.getByRole('img', { name: /our orders: A bought at/ }).waitFor();
      await card.getByText(/prices as numbers/).click();
      await card.getByRole('table').waitFor();
    }
  });

  it('that is not recorded is said to be none', async () => {
    const { page, faults } = await open('viewer', 'trades/no-such-order');
    await page.getByText('No order with the id no-such-order is recorded.').waitFor();
    // The browser itself reports an answer of 404.
    expect(faults.splice(0).every((fault) => fault.includes('404'))).toBe(true);
  });
});

describe('the positions', () => {
  it('have what was bought', async () => {
    const { page } = await open('viewer', 'positions');
    const row = page.getByRole('row').filter({ hasText: order.pair });
    await row.waitFor();
    expect(await row.innerText()).toContain('yours to sell');
  });
});

describe.each(LOOKS)('at $width px, $colorScheme', (look) => {
  it.each([
    ['trades', () => 'trades'],
    ['order', () => `trades/${order.clientOrderId}`],
    ['positions', () => 'positions'],
    ['result', () => 'result'],
  ])('%s has no serious finding of axe, and nothing beside the window', async (name, path) => {
    const window = await open('operator', path(), look);
    await window.page.waitForLoadState('networkidle');
    await window.screenshot(name);
    expect(await seriousFindings(window.page)).toEqual([]);
    const beside = await window.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(beside).toBeLessThanOrEqual(0);
  });
});
