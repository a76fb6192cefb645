import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, type Window, windows } from './browser';
import { calm, ENVIRONMENT, flip, ORIGIN, OWNS_THE_STACK } from './stack';

/** Within so many milliseconds a part that is away is said to be. */
const SAID_WITHIN = 12_000;

const open = windows();

beforeAll(calm);
afterAll(calm);

function strip(page: Page) {
  return page.getByRole('status', { name: 'State of the environment' });
}

/** Waits until the strip says it, and prints how long that took. */
async function said(page: Page, words: RegExp): Promise<void> {
  const since = performance.now();
  await strip(page).getByText(words).waitFor({ timeout: SAID_WITHIN });
  console.log(`${words.source}: said after ${((performance.now() - since) / 1_000).toFixed(1)} s`);
}

/** Waits until every card of those names says that what it shows is old. */
async function marked(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) {
    await page.getByRole('region', { name }).getByText(/^(As of|Not current)/).first().waitFor({ timeout: 20_000 });
  }
}

/** Waits until nothing is said to be wrong or old any more. */
async function wellAgain(page: Page): Promise<void> {
  await strip(page).getByText('Nothing wrong is known.').waitFor({ timeout: 90_000 });
  await page.getByText(/^(As of|Not current)/).first().waitFor({ state: 'detached', timeout: 45_000 });
}

/** Ends the session at the identity provider, and makes the services refuse the token that is still in use. */
async function endSession({ page, context }: Window): Promise<void> {
  const refreshToken = await page.evaluate(() => {
    const kept = Object.entries(sessionStorage).find(([key]) => key.startsWith('oidc.user:'))?.[1] ?? '{}';
    return (JSON.parse(kept) as { refresh_token: string }).refresh_token;
  });
  await fetch(`${ORIGIN}/auth/realms/firstfill/protocol/openid-connect/logout`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: 'firstfill-panel', refresh_token: refreshToken }),
  });
  await context.clearCookies();
  await page.route('**/api/**', (route) =>
    route.continue({ headers: { ...route.request().headers(), authorization: 'Bearer of.no.use' } }),
  );
}

describe.runIf(OWNS_THE_STACK)('a service that is killed', () => {
  it('is said to be away, what it told is marked, and all comes back by itself', async () => {
    const window = await open('operator', 'now');
    window.expects(/50[234]/);
    const { page } = window;
    await window.settled();
    await strip(page).getByText('Nothing wrong is known.').waitFor();

    await flip('kill', 'ledger-service');
    await said(page, /The ledger is not answering since/);
    await marked(page, 'Next openings', 'Armed', 'Last trades', 'Positions');
    // What the ledger has no part in stays current, and the two safety buttons stay alive.
    expect(await page.getByRole('region', { name: 'Run' }).getByText(/^(As of|Not current)/).count()).toBe(0);
    const halt = page.getByRole('banner').getByRole('button', { name: 'Halt…' });
    expect(await halt.getAttribute('aria-disabled')).toBe('false');

    await flip('kill', 'control-service');
    await said(page, /Control is not answering since/);
    await marked(page, 'Run', 'Caps in use', 'Health');
    // Pages that were never opened are there all the same, and say who does not answer.
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Risk and audit' }).click();
    await page.getByText('Control is not answering. It is asked again by itself.').first().waitFor();
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Now' }).click();

    await flip('restart', 'ledger-service');
    await flip('restart', 'control-service');
    await wellAgain(page);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Now');
  });
});

describe('the network', () => {
  it('that is lost is said, and nothing looks current until it is back', async () => {
    const window = await open('viewer', 'now');
    window.expects(/ERR_INTERNET_DISCONNECTED/);
    await window.settled();
    const { page } = window;
    await window.context.setOffline(true);
    await said(page, /Control is not answering since/);
    await marked(page, 'Run', 'Health', 'Last trades');
    await window.context.setOffline(false);
    await wellAgain(page);
  });

  it('that is lost for a computer that sleeps leaves nothing current when it wakes', async () => {
    const window = await open('viewer', 'now');
    const { page } = window;
    await window.settled();
    // The clocks of the page jump, as those of a computer do that has slept.
    await page.route('**/api/**', () => undefined);
    await page.evaluate((milliseconds) => {
      const [wall] = [Date.now.bind(Date)];
      Date.now = () => wall() + milliseconds;
    }, 600_000);
    await marked(page, 'Run', 'Health', 'Last trades');
    await page.getByText(/10 min/).first().waitFor();
    await page.unroute('**/api/**');
    await wellAgain(page);
  });
});

describe('the session', () => {
  it('that ends over a half-filled form keeps what was typed through the next sign-in', async () => {
    const window = await open('operator', 'listings');
    window.expects(/40[01]/);
    const { page } = window;
    await page.getByRole('button', { name: 'Announce by hand…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Pair').fill('HALF/USDT');
    await dialog.getByLabel('Reason').fill('typed before the session ended');

    await endSession(window);
    await dialog.getByText('Your session has ended. What you typed is kept.').waitFor({ timeout: 15_000 });
    expect(await dialog.getByLabel('Pair').inputValue()).toBe('HALF/USDT');
    await page.unroute('**/api/**');
    await dialog.getByRole('button', { name: 'Sign in again' }).click();
    await window.identify('operator');

    expect(page.url()).toBe(addressOf('listings'));
    await page.getByRole('button', { name: 'Announce by hand…' }).click();
    await dialog.getByText(/Draft of .* restored/).waitFor();
    expect(await dialog.getByLabel('Pair').inputValue()).toBe('HALF/USDT');
    expect(await dialog.getByLabel('Reason').inputValue()).toBe('typed before the session ended');
    await dialog.getByRole('button', { name: 'Discard' }).click();
    expect(await dialog.getByLabel('Pair').inputValue()).toBe('');
  });

  it('ends in every tab with a sign-out in one, and leaves no token behind', async () => {
    const { page, context } = await open('viewer', 'now');
    const second = await context.newPage();
    await second.goto(page.url());
    await second.getByRole('heading', { name: 'Now', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'viewer' }).click();
    await page.getByRole('button', { name: /Sign out/ }).click();
    await second.getByText('You are signed out, in every tab.').waitFor();
    const kept = await second.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(kept).not.toContain('access_token');
  });
});

describe('a newer panel', () => {
  it('is said where a script of the older one is gone, and is not loaded by itself', async () => {
    const window = await open('viewer', 'now');
    window.expects(/404|dynamically imported module/);
    const { page } = window;
    // The scripts of this panel are gone before the pages that are not open could be loaded.
    await page.route(/\/assets\/(?!index-|NowPage-).*\.js/, async (route) => {
      const asked = await page.evaluate(() => document.querySelector('h1') !== null).catch(() => false);
      return asked ? route.fulfill({ status: 404 }) : route.continue();
    });
    await page.route('**/index.html', (route) => route.fulfill({ body: '<script type="module" src="/assets/index-newer.js"></script>' }));
    await page.reload();
    await window.settled();
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Credentials' }).click();
    await page.getByText('A newer panel is installed. What you typed is kept.').waitFor();
    // The rest of the page stays as it is, and so do the pages that were loaded.
    await strip(page).waitFor();
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Now' }).click();
    await page.getByRole('heading', { name: 'Last trades' }).waitFor();
    expect(page.url()).toContain(`/env/${ENVIRONMENT}/now`);
  });
});
