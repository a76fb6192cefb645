import { beforeAll, describe, expect, it } from 'vitest';
import { windows } from './browser';
import { announce, api, awaitBought, calm, listed, startRun, type Order } from './stack';

const open = windows();
let order: Order;

beforeAll(async () => {
  await calm();
  await startRun('Trades');
  order = await awaitBought(await announce(20));
});


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
    const exact = await card.getByRole('cell').filter({ hasText: /^\u2212?[\d\u202f]+ µs$/ }).allInnerTexts();
    const shown = exact.map((text) => Number(text.replace('\u2212', '-').replace(/[^\d-]/g, '')));
    for (const [hop, micros] of Object.entries(order.timeline.hopMicros)) {
      expect(shown, hop).toContain(micros);
    }
    const facts = page.getByRole('region', { name: 'Facts' });
    expect((await facts.innerText()).replaceAll('\u202f', '')).toContain(order.averagePrice ?? 'no price');
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
    const window = await open('viewer', 'trades/no-such-order');
    window.expects(/404/);
    await window.page.getByText('There is no order with this address.').waitFor();
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

interface SuccessRate {
  runId: string;
  wanted: number;
  bought: number;
}

describe('the result', () => {
  it('says of each run how many of the wanted listings it has bought, as the ledger counts them', async () => {
    const { page } = await open('viewer', 'result');
    const table = page.getByRole('region', { name: 'Success by run' });
    const row = table.getByRole('row').filter({ has: page.locator(`a[href$="/runs/${order.runId}"]`) });
    await row.waitFor();
    const rate = (await listed<SuccessRate>('success-rates')).find(({ runId }) => runId === order.runId);
    const cells = await row.getByRole('cell').allInnerTexts();
    expect(cells.slice(3, 5)).toEqual([`${rate?.wanted}`, `${rate?.bought}`]);
    const between = page.getByRole('region', { name: 'Time between steps' });
    await between.getByRole('row').filter({ hasText: 'opening → written' }).first().waitFor();
  });
});
