import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { windows } from './browser';
import { announce, calm, saveConfiguration, status } from './stack';

const open = windows();
const NAME = `Panel ${Date.now()}`;

beforeAll(async () => {
  await saveConfiguration(NAME);
});

beforeEach(calm);

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
    await dialog.getByLabel('Configuration').selectOption({ label: `${NAME} v1` });
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
});
