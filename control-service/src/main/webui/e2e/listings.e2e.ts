import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { windows } from './browser';
import { announce, api, awaitBought, calm, ENVIRONMENT, listed, startRun, until } from './stack';

interface Listing {
  listingId: string;
  pair: string;
  status: string;
  openingTime?: string;
  evidence: { source: string }[];
  terms?: { quoteAmount?: string; leaveAlone?: boolean };
}

const open = windows();

beforeAll(async () => {
  await calm();
  await startRun('Listings');
});


function rowOf(page: Page, pair: string) {
  return page.getByRole('row').filter({ hasText: pair });
}

async function listingOf(pair: string): Promise<Listing | undefined> {
  return (await listed<Listing>('listings', `pair=${encodeURIComponent(pair)}`))[0];
}

/** As a person types it, in whole seconds of UTC. */
function typedTime(inSeconds: number): string {
  return new Date(Date.now() + inSeconds * 1_000).toISOString().slice(0, 19).replace('T', ' ');
}

describe('the openings ahead', () => {
  it('take what a person announces, once it is right, and give it back', async () => {
    const window = await open('operator', 'listings');
    window.expects(/400/);
    const { page } = window;
    const pair = `HND${process.pid}/USDT`;
    await page.getByRole('button', { name: 'Announce by hand…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Pair').fill(pair.toLowerCase());
    await dialog.getByLabel('Opening, UTC').fill(typedTime(30 * 86_400));
    await dialog.getByLabel('Reason').fill('announced by the project');
    await dialog.getByRole('button', { name: `Announce ${pair}` }).click();
    // What the service refuses stands at its field.
    const opening = dialog.getByLabel('Opening, UTC');
    await until('the opening to be refused', async () => (await opening.getAttribute('aria-invalid')) === 'true');

    const typed = typedTime(600);
    await opening.fill(typed);
    await dialog.getByText(/On your clock/).waitFor();
    await dialog.getByRole('button', { name: `Announce ${pair}` }).click();
    await dialog.getByText(/Announced: /).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    const row = rowOf(page, pair);
    await row.waitFor();
    expect(await row.innerText()).toContain('a person');
    expect((await listingOf(pair))?.openingTime).toBe(`${typed.replace(' ', 'T')}Z`);

    await row.getByRole('button', { name: `Take back… ${pair}` }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('the project denies it');
    await page.getByRole('dialog').getByRole('button', { name: `Take back ${pair}` }).click();
    await page.getByRole('dialog').getByText(/Taken back/).waitFor();
    await page.keyboard.press('Escape');
    await row.waitFor({ state: 'detached' });
  });

  it('change by a person for one listing, and the past says what became of each', async () => {
    const [changed, left] = await Promise.all([announce(40), announce(41)]);
    const window = await open('operator', 'listings');
    const { page } = window;
    const change = rowOf(page, changed).getByRole('button', { name: `Change… ${changed}` });
    await change.click();
    await page.keyboard.press('Escape');
    // The list was drawn anew below the dialog, and its buttons are the same.
    await until('the focus to return', () => change.evaluate((button) => button === document.activeElement));
    await change.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Amount, USDT').fill('20');
    await dialog.getByLabel('Reason').fill('small, the book is thin');
    await dialog.getByRole('button', { name: `Change ${changed}` }).click();
    await dialog.getByText(/In force/).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();

    await rowOf(page, left).getByRole('button', { name: `Leave alone… ${left}` }).click();
    await dialog.getByLabel('Reason').fill('the team is unknown');
    await dialog.getByRole('button', { name: `Leave ${left} alone` }).click();
    await dialog.getByText(`${left} is left alone: no run buys it.`).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await rowOf(page, left).getByText('left alone by operator: the team is unknown').waitFor();
    await rowOf(page, changed).getByText(/20\.00 USDT/).waitFor();

    const order = await awaitBought(changed);
    expect(Number(order.filledAmount)).toBeLessThanOrEqual(20);
    await page.getByRole('link', { name: 'Past' }).click();
    await rowOf(page, changed).getByText(/^bought [\d.]+ USDT$/).waitFor();
    await rowOf(page, left).getByText(/a person decided to leave it alone/).waitFor();

    // One listing has its evidence by source, and the price around the opening with our order on it.
    await rowOf(page, changed).getByRole('link', { name: changed }).click();
    const evidence = page.getByRole('region', { name: 'Evidence' });
    await evidence.getByRole('table').waitFor();
    const listing = await listingOf(changed);
    expect(await evidence.getByRole('row').count()).toBeGreaterThanOrEqual(new Set(listing?.evidence.map(({ source }) => source)).size);
    await page.getByRole('region', { name: 'Price around the opening' }).getByText(/prices as numbers|No prices/).waitFor();
    expect(await page.getByRole('button', { name: `Change… ${changed}` }).getAttribute('aria-disabled')).toBe('true');
    await page.getByText('It has opened; nothing can be changed any more.').first().waitFor({ state: 'attached' });
  });

  it('of another environment are not shown by a stray address', async () => {
    const window = await open('viewer', 'listings/no-such-listing');
    window.expects(/40[04]/);
    await window.page.getByText('There is no listing with this address.').waitFor();
  });
});

describe('the missed listings', () => {
  it('are the hours that the ledger has reported of', async () => {
    const { page } = await open('viewer', 'listings?when=missed');
    const reports = await api<{ items: { hour: string }[] }>(
      'viewer',
      'GET',
      `/api/ledger/v1/missed-listings/reports?environment=${ENVIRONMENT}&limit=24`,
    );
    const [newest] = reports.items;
    await (newest === undefined
      ? page.getByText(/No hour has been reported of yet/)
      : page.getByRole('heading', { name: `${newest.hour.slice(0, 10)} ${newest.hour.slice(11, 16)}Z` })
    ).waitFor();
  });
});
