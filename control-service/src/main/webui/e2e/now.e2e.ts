import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch, LOOKS, Window, type Look } from './browser';
import { announce, calm, saveConfiguration, status } from './stack';

let browser: Browser;
const windows: Window[] = [];

async function open(user: string, path = 'now', look?: Look): Promise<Window> {
  const window = await Window.open(browser, look);
  windows.push(window);
  await window.signIn(user, path);
  return window;
}

beforeAll(async () => {
  browser = await launch();
  await saveConfiguration(`Panel ${Date.now()}`);
});

afterAll(() => browser.close());

beforeEach(calm);

afterEach(async () => {
  const faults = windows.flatMap((window) => window.faults);
  await Promise.all(windows.splice(0).map((window) => window.close()));
  expect(faults).toEqual([]);
});

describe('the first page', () => {
  it('shows a viewer everything and says why a viewer stops nothing', async () => {
    const { page } = await open('viewer');
    await page.getByRole('heading', { name: 'Last trades' }).waitFor();
    const stop = page.getByRole('banner').getByRole('button', { name: 'Stop run' });
    expect(await stop.getAttribute('aria-disabled')).toBe('true');
    await stop.focus();
    await page.getByText('Stopping a run needs one of the roles operator, risk.').first().waitFor();
    const start = page.getByRole('region', { name: 'Run' }).getByRole('button', { name: 'Start…' });
    expect(await start.getAttribute('aria-disabled')).toBe('true');
  });

  it('starts a run, shows a listing bought without a reload, and stops', async () => {
    const { page } = await open('operator');
    await page.getByRole('region', { name: 'Run' }).getByRole('button', { name: 'Start…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/At most 50.00 USDT a listing/).waitFor();
    await dialog.getByRole('button', { name: 'Start in paper' }).click();
    await dialog.getByText(/Run .* started/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: 'Run' }).getByText('Running').waitFor();

    const pair = await announce(20);
    await page.getByRole('region', { name: /Next openings/ }).getByText(pair).waitFor();
    const trades = page.getByRole('region', { name: 'Last trades' });
    await trades.getByText(pair).waitFor({ timeout: 60_000 });
    const row = trades.getByRole('row').filter({ hasText: pair });
    expect(await row.innerText()).toContain('FILLED');

    await page.keyboard.press('Alt+Shift+S');
    const state = page.getByRole('status', { name: 'State of the environment' });
    await state.getByText(/Stopped .* after you asked/).waitFor();
    expect((await status()).activeRun).toBeUndefined();
    await page.getByRole('region', { name: 'Run' }).getByText('No run.').waitFor();
  });

  it('halts with a reason, by keys alone, and Enter halts nothing', async () => {
    const { page } = await open('risk');
    await page.keyboard.press('Alt+Shift+H');
    await page.getByRole('dialog').getByLabel('Reason').waitFor();
    await page.keyboard.type('trying it');
    await page.keyboard.press('Enter');
    expect((await status()).tradingState?.state).toBe('ACTIVE');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('status', { name: 'State of the environment' }).getByText(/HALTED since/).waitFor();
    expect((await status()).tradingState?.state).toBe('HALTED');
  });

  it('ends the session of every tab with a sign-out, and leaves no token behind', async () => {
    const first = await open('viewer');
    const second = await first.context.newPage();
    await second.goto(first.page.url());
    await second.getByRole('heading', { name: 'Now' }).waitFor();
    await first.page.getByRole('button', { name: 'viewer' }).click();
    await first.page.getByRole('button', { name: /Sign out/ }).click();
    await second.getByText('You are signed out, in every tab.').waitFor();
    const kept = await second.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(kept).not.toContain('access_token');
  });
});

describe.each(LOOKS)('at $width px, $colorScheme', (look) => {
  it('has no serious finding of axe, and nothing beside the window', async () => {
    const window = await open('operator', 'now', look);
    await window.page.getByRole('heading', { name: 'Positions' }).waitFor();
    await window.page.waitForLoadState('networkidle');
    await window.screenshot('now');
    const { violations } = await new AxeBuilder({ page: window.page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    const beside = await window.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(beside).toBeLessThanOrEqual(0);
  });
});
