import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { windows } from './browser';
import { announce, awaitBought, calm, listed, startRun, type Order } from './stack';

const open = windows();
let order: Order;

beforeAll(async () => {
  await calm();
  await startRun('Audit');
  order = await awaitBought(await announce(2, true));
  // What is exported must not change between two reads.
  await calm();
});


/** Presses the export of a page; returns the text of the file that the browser has saved. */
async function exported(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** The cells of a line without line breaks in them (RFC 4180). */
function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

describe('the record', () => {
  it('is verified intact, by a viewer too', async () => {
    const { page } = await open('viewer', 'audit');
    await page.getByRole('button', { name: 'Verify paper' }).click();
    const said = await page.getByText(/Intact: [\d\u202f]+ records, head/).innerText();
    expect(Number(said.replace(/.*Intact: ([\d\u202f]+) records.*/s, '$1').replaceAll('\u202f', ''))).toBeGreaterThan(0);
  });

  it('is verified from its first record by those who may', async () => {
    const { page } = await open('risk', 'audit');
    await page.getByRole('button', { name: 'Verify from the first record' }).click();
    await page.getByText(/Intact: /).waitFor();
    const { page: viewers } = await open('viewer', 'audit');
    const anew = viewers.getByRole('button', { name: 'Verify from the first record' });
    expect(await anew.getAttribute('aria-disabled')).toBe('true');
  });
});

describe('an export', () => {
  it('as CSV has the rows of its filters, every digit as the API gives it', async () => {
    const { page } = await open('viewer', `audit?list=orders&format=csv&status=FILLED&pair=${encodeURIComponent(order.pair)}`);
    const { name, text } = await exported(page, 'Export orders of paper');
    expect(name).toMatch(/^firstfill-paper-orders-.*\.csv$/);
    const [head = '', ...lines] = text.trimEnd().split(/\r?\n/);
    const names = cells(head);
    const rows = lines.filter((line) => !line.startsWith('#')).map((line) => Object.fromEntries(cells(line).map((cell, at) => [names[at], cell])));
    const asked = await listed<Order>('orders', `status=FILLED&pair=${encodeURIComponent(order.pair)}`);
    expect(rows.length).toBe(asked.length);
    expect(rows[0]).toMatchObject({
      clientOrderId: order.clientOrderId,
      averagePrice: order.averagePrice,
      filledQuantity: order.filledQuantity,
      filledAmount: order.filledAmount,
    });
    await page.getByText(`${rows.length} row`).waitFor();
  });

  it('as JSON lines has every trade, as the API gives it', async () => {
    const { page } = await open('viewer', 'audit?list=trades&format=jsonl');
    const { text } = await exported(page, 'Export trades of paper');
    const lines = text.trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    const rows = lines.slice(0, -1);
    expect(lines.at(-1)).toMatchObject({ manifest: { rows: rows.length } });
    const asked = await listed<Order>('trades', 'limit=500');
    expect(rows.length).toBe(asked.length);
    const mine = rows.find(({ clientOrderId }) => clientOrderId === order.clientOrderId);
    expect(mine).toMatchObject({ averagePrice: order.averagePrice, filledAmount: order.filledAmount });
    await page.getByText(new RegExp(`${rows.length} rows?,? ?`)).first().waitFor();
  });

  it('has no filter that its file would not keep', async () => {
    const { page } = await open('viewer', 'audit?list=journal&status=FILLED');
    await page.getByText('Not a filter of this export: status=FILLED.').waitFor();
    expect(await page.getByRole('button', { name: 'Export journal of paper' }).getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('button', { name: 'Take away' }).click();
    const { text } = await exported(page, 'Export journal of paper');
    expect(text).toContain(order.clientOrderId);
  });
});
