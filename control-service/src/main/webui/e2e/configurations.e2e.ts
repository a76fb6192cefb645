import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, seriousFindings, windows } from './browser';
import { OURS, saveOver } from './commands';
import { api, calm, ENVIRONMENT, saveConfiguration, type Saved } from './stack';

const open = windows();
const NAMES = `Editor ${Date.now() % 1_000_000}`;
let saved: Saved;

interface Configuration extends Saved {
  content: { quoteAmount: string; caps: { spend: string; tradesPerHour: number }; symbols: { deny: string[] } };
  savedBy: string;
}

function latest(id: string): Promise<Configuration> {
  return api('viewer', 'GET', `/api/control/v1/configurations/${id}`);
}

beforeAll(async () => {
  await calm();
  saved = await saveConfiguration(NAMES, { quoteAmount: '10', caps: { tradesPerHour: 10, spend: '100' }, symbols: OURS });
});

afterAll(calm);

describe('a new configuration', () => {
  it('names three wrong fields and the pattern of line 4 each at its place, and is saved once they are mended', async () => {
    const { page } = await open('operator', 'configurations/new');
    const name = `${NAMES} new`;
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('Spend a listing').fill('0');
    await page.getByLabel('Trades, 60 min').fill('many');
    await page.getByLabel('Oldest signal').fill('90 s');
    // The empty line is not sent, and counts.
    await page.getByLabel('Deny').fill('BEAR*\n*3L\n\nCAT/DOG');
    await page.getByRole('button', { name: `Save in ${ENVIRONMENT}` }).click();

    const summary = page.getByRole('group', { name: 'What must be mended' });
    await summary.getByText('4 fields need mending:').waitFor();
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await summary.getByRole('listitem').allInnerTexts()).toEqual([
      'Spend a listing',
      'Trades, 60 min',
      'Deny, line 4',
      'Oldest signal',
    ]);
    const said = async (label: string): Promise<string> => {
      const field = page.getByLabel(label);
      expect(await field.getAttribute('aria-invalid'), label).toBe('true');
      return page.locator(`[id="${await field.getAttribute('aria-describedby')}"]`).innerText();
    };
    expect(await said('Trades, 60 min')).toContain('must be a whole number');
    expect(await said('Spend a listing')).toContain('must be more than 0');
    expect(await said('Oldest signal')).toContain('must be from 100 ms to 60 s');
    expect(await said('Deny')).toContain('line 4 ');
    expect(await seriousFindings(page)).toEqual([]);

    await summary.getByRole('link', { name: 'Deny, line 4' }).click();
    expect(await page.getByLabel('Deny').evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByLabel('Deny').fill('BEAR*\n*3L');
    await page.getByLabel('Spend a listing').fill('20');
    await page.getByLabel('Trades, 60 min').fill('12');
    await page.getByLabel('Oldest signal').fill('900 ms');
    await page.getByLabel('Spend a listing').press('Enter');
    expect(page.url()).toContain('/configurations/new');
    await page.getByRole('button', { name: `Save in ${ENVIRONMENT}` }).click();

    await page.getByRole('heading', { level: 1, name: `«${name}»` }).waitFor();
    const { content } = await latest(page.url().split('/').at(-1) ?? '');
    expect(content).toMatchObject({ quoteAmount: '20', caps: { tradesPerHour: 12 }, symbols: { deny: ['BEAR*', '*3L'] } });
  });

  it('is refused where another has its name, and what was typed stays', async () => {
    const window = await open('operator', 'configurations/new');
    window.expects(/409/);
    const { page } = window;
    await page.getByLabel('Name').fill(NAMES);
    await page.getByLabel('Spend a listing').fill('10');
    await page.getByRole('button', { name: `Save in ${ENVIRONMENT}` }).click();
    await page.getByText('Another configuration has this name.').first().waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe(NAMES);
    await page.reload();
    await page.getByText(/Draft kept/).waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe(NAMES);
  });
});

describe('two people who edit one configuration', () => {
  it('overwrite nothing unseen: the second meets what the first saved, compares, and puts hers on top', async () => {
    const window = await open('operator', `configurations/${saved.configurationId}/edit`);
    window.expects(/412/);
    const { page } = window;
    const other = await window.context.newPage();
    await other.goto(addressOf(`configurations/${saved.configurationId}/edit`));
    await other.getByLabel('Spend, run').fill('200');
    await page.getByLabel('Spend a listing').fill('15');
    // The page does not learn of the other version by itself before it saves.
    const own = `**/api/control/v1/configurations/${saved.configurationId}`;
    const known = await latest(saved.configurationId);
    await page.route(own, (route) => (route.request().method() === 'GET' ? route.fulfill({ json: known }) : route.fallback()));

    await other.getByRole('button', { name: 'Save as v2' }).click();
    await other.getByRole('heading', { level: 1, name: `«${NAMES}»` }).waitFor();
    await page.getByRole('button', { name: 'Save as v2' }).click();
    await page.getByText('Not saved: another version was saved meanwhile.').waitFor();
    await page.unroute(own);

    await page.getByText(/operator saved v2 at .* while you edited v1\./).waitFor();
    expect(await page.getByRole('button', { name: 'Save as v2' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Compare' }).click();
    const theirs = page.getByRole('table', { name: 'Theirs and yours' });
    expect(await theirs.getByRole('row').filter({ hasText: 'Spend, run' }).innerText()).toMatch(/200\.00 USDT\s+100\.00 USDT/);
    await page.getByRole('button', { name: 'Put mine on top as v3' }).click();

    await page.getByRole('heading', { level: 1, name: `«${NAMES}»` }).waitFor();
    const { version, content } = await latest(saved.configurationId);
    expect([version, content.quoteAmount, content.caps.spend]).toEqual([3, '15', '100']);
  });
});

interface Comparison {
  differences: { path: string }[];
}

describe('the versions of a configuration', () => {
  it('are compared as the API compares them, and the address is the comparison', async () => {
    const first = await saveConfiguration(`${NAMES} versions`, { symbols: OURS });
    const changed = { quoteAmount: '20', caps: { tradesPerHour: 5, spend: '400', concurrentListings: 10 }, symbols: { ...OURS, deny: ['*3L'] } };
    const second = await saveOver(first, { name: `${NAMES} versions`, ...changed });
    await saveOver(second, { name: `${NAMES} versions`, ...changed, quoteAmount: '30' });
    const { page } = await open('viewer', `configurations/${first.configurationId}`);
    await page.getByRole('region', { name: /Versions/ }).getByRole('link', { name: 'with v3' }).last().click();
    await page.getByLabel('Is', { exact: true }).selectOption('v2');
    await page.waitForURL(/from=1&to=2/);

    const path = `/api/control/v1/configurations/${first.configurationId}/compare?from=1&to=2`;
    const { differences } = await api<Comparison>('viewer', 'GET', path);
    const table = page.getByRole('table', { name: 'Fields of v1 and v2' });
    await table.getByRole('rowheader', { name: 'Deny' }).waitFor();
    expect(await table.getByRole('rowheader').count()).toBe(differences.length);
    expect(await table.getByRole('row').filter({ hasText: 'Trades, 60 min' }).innerText()).toContain('less risk');
    await page.reload();
    await table.getByRole('rowheader', { name: 'Deny' }).waitFor();
  });
});

describe('an archived configuration', () => {
  it('leaves the list and the start, and comes back with all its versions', async () => {
    const name = `${NAMES} old`;
    const { configurationId } = await saveConfiguration(name, { symbols: OURS });
    const { page } = await open('operator', `configurations/${configurationId}`);
    await page.getByRole('button', { name: 'Archive…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('out of use');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: `Archive «${name}»` }).click();
    await dialog.getByText(`«${name}» is archived.`).waitFor();
    expect(await dialog.getByRole('button', { name: 'Close' }).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByText('out of use').waitFor();
    expect(await page.getByRole('main').getByRole('button', { name: 'Start…' }).getAttribute('aria-disabled')).toBe('true');

    await page.getByRole('navigation').getByRole('link', { name: 'Configurations' }).first().click();
    await page.getByRole('link', { name: NAMES, exact: true }).waitFor();
    expect(await page.getByRole('link', { name }).count()).toBe(0);
    await page.getByLabel('Shown').selectOption('Archived');
    await page.getByRole('link', { name }).click();
    await page.getByRole('button', { name: 'Bring back…' }).click();
    await dialog.getByLabel('Reason').fill('wanted again');
    await dialog.getByRole('button', { name: `Bring «${name}» back` }).click();
    await dialog.getByText(`«${name}» is in use again.`).waitFor();
  });
});
