import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { seriousFindings, windows } from './browser';
import { asLive, getRun, hold, isDead, OURS, refusalSaid, saveOver, start, type Draft, type Run } from './commands';
import { api, calm, ENVIRONMENT, saveConfiguration, status, until, type Saved } from './stack';

const open = windows();
const NAME = `Applied ${Date.now() % 1_000_000}`;
const CONTROL = '/api/control/v1';
/** The first version, a looser and a tighter one. */
let versions: [Saved, Saved, Saved];

// Every buy of the last hour counts, also those of other tests.
const CAPS = { tradesPerHour: 100, concurrentListings: 3 };

function draft(spend: string): Draft {
  return { name: NAME, quoteAmount: '10', symbols: OURS, caps: { ...CAPS, spend } };
}

beforeAll(async () => {
  await calm();
  const first = await saveConfiguration(NAME, draft('200'));
  const looser = await saveOver(first, draft('300'));
  versions = [first, looser, await saveOver(looser, draft('100'))];
});

afterEach(calm);
afterAll(calm);

interface Item {
  name: string;
  ok: boolean;
  remedy?: string;
}

describe('the start of a run', () => {
  it('is refused by the gate, which names each failing item and its remedy, and opens without a reload', async () => {
    const { page } = await open('operator', 'runs');
    await api('operator', 'PUT', `${CONTROL}/environments/${ENVIRONMENT}/trading-state`, { state: 'HALTED', reason: 'looking into it' });
    await until('the halt', async () => !(await status()).ready);
    await page.getByRole('main').getByRole('button', { name: 'Start…' }).click();
    const dialog = page.getByRole('dialog');
    const gate = dialog.getByRole('region', { name: 'Start-up gate' });
    await gate.getByRole('heading', { name: /^Gate: 1 of \d+ not in order$/ }).waitFor();

    const { readiness } = await api<{ readiness: Item[] }>('viewer', 'GET', `${CONTROL}/environments/${ENVIRONMENT}`);
    const failing = readiness.filter(({ ok }) => !ok);
    const shown = await gate.getByRole('listitem').first().innerText();
    expect(shown).toContain('Trading state');
    expect(shown).toContain(failing[0]?.remedy);
    const button = dialog.getByRole('button', { name: `Start in ${ENVIRONMENT}` });
    expect(await refusalSaid(button)).toBe('The gate is closed: see what fails, and what mends it.');
    expect(await seriousFindings(page)).toEqual([]);

    await api('risk', 'PUT', `${CONTROL}/environments/${ENVIRONMENT}/trading-state`, { state: 'ACTIVE', reason: 'understood' });
    await gate.getByRole('heading', { name: `Gate: ${readiness.length} of ${readiness.length} in order` }).waitFor();
    await dialog.getByLabel('Configuration').selectOption({ label: `${NAME} v3` });
    await dialog.getByText(/At most 10\.00 USDT a listing, 100\.00 USDT in this run/).waitFor();
    await button.click();
    await dialog.getByText(/^Run .* started/).waitFor();
    await dialog.getByRole('button', { name: /^Show run/ }).click();
    await page.getByRole('heading', { level: 1, name: /^Run / }).waitFor();
    await page.getByText('It runs as it was started, with the latest version.').waitFor();
    expect((await status()).activeRun?.runId).toBe(page.url().split('/').at(-1));
  });

  it('of a run with real money needs the name of its environment, and Enter starts nothing', async () => {
    await start(versions[2]);
    await calm();
    const { page } = await open('operator', 'runs');
    await asLive(page);
    await page.getByText('LIVE real money').first().waitFor();
    await page.getByRole('main').getByRole('button', { name: 'Start…' }).click();
    const dialog = page.getByRole('dialog');
    // That of the last run is proposed.
    await dialog.getByText(/At most 10\.00 USDT a listing, 100\.00 USDT in this run/).waitFor();
    expect(await dialog.getByLabel('Configuration').inputValue()).toBe(versions[0].configurationId);
    const button = dialog.getByRole('button', { name: `Start in ${ENVIRONMENT}` });
    const typed = dialog.getByLabel(`Type ${ENVIRONMENT} to start with real money`);
    expect(await refusalSaid(button)).toBe(`Type ${ENVIRONMENT} to start with real money.`);
    await typed.fill(ENVIRONMENT.toUpperCase());
    expect(await isDead(button)).toBe(true);
    await typed.fill(ENVIRONMENT);
    expect(await isDead(button)).toBe(false);
    await typed.press('Enter');
    expect(await seriousFindings(page)).toEqual([]);
    expect((await status()).activeRun).toBeUndefined();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect((await status()).activeRun).toBeUndefined();
  });
});

async function appliedVersion({ runId }: Run): Promise<number> {
  return (await getRun(runId)).configuration.version;
}

describe('a version that is applied to a run', () => {
  it('shows its effect first, holds only once confirmed, and the drift follows', async () => {
    const [first, looser, tighter] = versions;
    const run = await start(first);
    const { page } = await open('risk', `configurations/${first.configurationId}?version=2`);
    await page.getByRole('button', { name: 'Apply v2…' }).click();
    const dialog = page.getByRole('dialog');
    const effect = dialog.getByRole('region', { name: 'What changes by v2' });
    const spend = effect.getByRole('row').filter({ hasText: 'Spend, run' });
    expect(await spend.innerText()).toMatch(/200\.00 USDT\s+300\.00 USDT\s+more risk/);
    await dialog.getByText('No buy is armed.').waitFor();
    const button = dialog.getByRole('button', { name: `Apply v2 in ${ENVIRONMENT}` });
    expect(await refusalSaid(button)).toBe('Say why: it is recorded.');
    await dialog.getByLabel('Reason').fill('the day is good');
    expect(await seriousFindings(page)).toEqual([]);

    const release = await hold(page, 'POST', /\/apply$/);
    await button.click();
    await dialog.getByText(/^Applying…/).waitFor();
    // The rest of the page is hidden from readers while the dialog is open.
    await page.locator('header').getByText(/v1/).first().waitFor();
    expect(await appliedVersion(run)).toBe(1);
    await release();
    await dialog.getByText(/^v2 holds since/).waitFor();
    expect(await appliedVersion(run)).toBe(looser.version);
    await page.keyboard.press('Escape');
    await page.getByRole('banner').getByText(/v2/).first().waitFor();

    await page.goto(page.url().replace(/configurations.*/, `runs/${run.runId}`));
    const drift = page.getByRole('region', { name: 'Drift' });
    await drift.getByText('v2 runs, v3 is the latest.').waitFor();
    await drift.getByRole('link', { name: 'Compare and apply' }).click();
    await page.getByRole('button', { name: 'Apply v3…' }).click();
    const tightened = dialog.getByRole('region', { name: 'What changes by v3' }).getByRole('row').filter({ hasText: 'Spend, run' });
    expect(await tightened.innerText()).toMatch(/300\.00 USDT\s+100\.00 USDT\s+less risk/);
    await dialog.getByLabel('Reason').fill('enough for today');
    await dialog.getByRole('button', { name: `Apply v3 in ${ENVIRONMENT}` }).click();
    await dialog.getByText(/^v3 holds since/).waitFor();
    expect(await appliedVersion(run)).toBe(tighter.version);

    await page.goto(page.url().replace(/configurations.*/, `runs/${run.runId}`));
    const used = page.getByRole('region', { name: /Versions it has used/ });
    await used.getByText('enough for today').waitFor();
    await used.getByText('the day is good').waitFor();
    await page.getByRole('region', { name: 'Drift' }).getByText(/v2 runs/).waitFor({ state: 'detached' });
  });

  it('is refused to an operator with the reason, and with real money asks for the name only where it loosens', async () => {
    const [first] = versions;
    await start(first);
    const { page: operator } = await open('operator', `configurations/${first.configurationId}?version=2`);
    expect(await refusalSaid(operator.getByRole('button', { name: 'Apply v2…' }))).toBe('Applying a version needs the role risk.');

    const { page } = await open('risk', `configurations/${first.configurationId}?version=2`);
    await asLive(page);
    await page.getByText('LIVE real money').first().waitFor();
    await page.getByRole('button', { name: 'Apply v2…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('the day is good');
    const button = dialog.getByRole('button', { name: `Apply v2 in ${ENVIRONMENT}` });
    const name = dialog.getByLabel(`Type ${ENVIRONMENT} to allow more risk with real money`);
    expect(await refusalSaid(button)).toBe(`Type ${ENVIRONMENT}: this allows more risk with real money.`);
    await name.fill(ENVIRONMENT);
    expect(await isDead(button)).toBe(false);
    await page.keyboard.press('Escape');

    await page.goto(page.url().replace('version=2', 'version=3'));
    await page.getByRole('button', { name: 'Apply v3…' }).click();
    await dialog.getByLabel('Reason').fill('enough for today');
    await until('the tighter version to be allowed', () => isDead(dialog.getByRole('button', { name: `Apply v3 in ${ENVIRONMENT}` })).then((dead) => !dead));
    expect(await name.count()).toBe(0);
  });
});
