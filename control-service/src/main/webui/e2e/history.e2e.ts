import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, windows } from './browser';
import { api, calm, ENVIRONMENT, startRun, status, until } from './stack';

const open = windows();
const REASON = `looking ${Date.now()}`;
let runId: string;

beforeAll(async () => {
  await calm();
  runId = await startRun('History');
  await api('risk', 'PUT', `/api/control/v1/environments/${ENVIRONMENT}/trading-state`, { state: 'REDUCING', reason: REASON });
  await until('REDUCING', async () => (await status()).tradingState?.state === 'REDUCING');
  await calm();
});

afterAll(calm);

describe('the history', () => {
  it('says who changed what, from what to what, and why', async () => {
    const { page } = await open('viewer', 'history');
    const row = page.getByRole('row').filter({ hasText: REASON });
    await row.waitFor();
    const text = await row.innerText();
    expect(text).toContain('risk');
    expect(text.replaceAll(/\s+/g, ' ')).toContain('ACTIVE → REDUCING');
    const started = page.getByRole('row').filter({ has: page.locator(`a[href$="/runs/${runId}"]`) });
    expect((await started.allInnerTexts()).join('\n')).toContain('operator');
  });

  it('is filtered by its address', async () => {
    const { page } = await open('viewer', 'history');
    await page.getByLabel('What').selectOption({ label: 'Trading state' });
    await page.getByRole('row').filter({ hasText: REASON }).waitFor();
    expect(new URL(page.url()).searchParams.get('kind')).toBe('trading-state');
    expect(await page.locator(`a[href$="/runs/${runId}"]`).count()).toBe(0);
    await page.goto(addressOf('history?to=2020-01-01T00:00:00Z'));
    await page.getByText('Nothing was changed in this time.').waitFor();
    await page.goto(addressOf('history?kind=weather'));
    await page.getByText('This address asks for something that is not known here.').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByRole('row').filter({ hasText: REASON }).waitFor();
  });
});
