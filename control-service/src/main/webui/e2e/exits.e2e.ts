import { beforeAll, describe, expect, it } from 'vitest';
import { windows } from './browser';
import { OURS, refusalSaid } from './commands';
import { announce, api, awaitBought, calm, ENVIRONMENT, listed, startRun, until, type Order } from './stack';

interface Position {
  positionId: string;
  pair: string;
  status: string;
  realised: string;
  plan?: { stopLoss?: { below: string }; takeProfits: object[] };
}

interface Exit {
  positionId: string;
  kind?: string;
  status: string;
}

interface Result {
  key: string;
  realised: string;
}

const open = windows();
const NAME = 'Exits';
/** Nothing of it triggers by itself: the listed price does not rise a hundredfold, nor fall to a hundredth. */
const PLAN = { takeProfits: [{ above: '99', share: '1' }], stopLoss: { below: '0.99' } };
let order: Order;
let position: Position;

async function positionOf(pair: string): Promise<Position> {
  let found: Position | undefined;
  await until(`the position in ${pair}`, async () => {
    found = (await listed<Position>('positions', `pair=${encodeURIComponent(pair)}`))[0];
    return found?.plan !== undefined;
  });
  return found as Position;
}

async function reread(): Promise<Position> {
  return api('viewer', 'GET', `/api/ledger/v1/positions/${position.positionId}`);
}

/** The digits of a number that the panel shows, as the API writes them. */
function plain(text: string): string {
  return text.replaceAll('\u202f', '').replaceAll('\u2212', '-');
}

beforeAll(async () => {
  await calm();
  await startRun(NAME, { symbols: OURS, exitPlan: PLAN });
  order = await awaitBought(await announce(20));
  position = await positionOf(order.pair);
});

describe('a position', () => {
  it('says by which plan it ends, and what it has brought', async () => {
    const { page } = await open('viewer', `positions/${position.positionId}`);
    const plan = page.getByRole('region', { name: 'Exit plan' });
    await plan.getByRole('listitem').filter({ hasText: /99/ }).first().waitFor();
    const profit = page.getByRole('region', { name: 'Profit and loss' });
    await profit.getByText('Realised', { exact: true }).waitFor();
    expect(await profit.innerText()).toContain(`«${NAME}`);
  });

  it('is not closed by a person who may only look', async () => {
    const { page } = await open('viewer', `positions/${position.positionId}`);
    const close = page.getByRole('button', { name: 'Close…' });
    await close.waitFor();
    expect(await refusalSaid(close)).toContain('operator');
  });

  it('gets another plan from risk, which the trader confirms', async () => {
    const { page } = await open('risk', `positions/${position.positionId}`);
    await page.getByRole('button', { name: 'Edit plan…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Stop loss').fill('98');
    await dialog.getByLabel('Reason').fill('test');
    await dialog.getByRole('button', { name: `Set the plan of ${order.pair}` }).click();
    await dialog.getByText('The plan is in force.').waitFor();
    await until('the plan in the ledger', async () => Number((await reread()).plan?.stopLoss?.below) === 0.98);
  });

  it('is sold in part by an operator, and then everything is', async () => {
    const { page } = await open('operator', `positions/${position.positionId}`);
    await page.getByRole('button', { name: 'Close…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Share of what is left, in percent').fill('50');
    await dialog.getByLabel('Reason').fill('test');
    await dialog.getByRole('button', { name: /^Sell 50/ }).click();
    await page.getByRole('region', { name: 'Exits' }).getByText(/closed by hand: .* sold/).waitFor();

    await page.goto(page.url().replace(/positions\/.*/, 'positions'));
    await page.getByRole('button', { name: 'Sell everything…' }).click();
    const everything = page.getByRole('dialog');
    const deed = everything.getByRole('button', { name: `Sell everything in ${ENVIRONMENT}` });
    await everything.getByLabel('Reason').fill('test');
    expect(await deed.getAttribute('aria-disabled')).toBe('true');
    await everything.getByLabel(`Type ${ENVIRONMENT} to confirm`).fill(ENVIRONMENT);
    await deed.click();
    await until('the position to end', async () => (await reread()).status === 'CLOSED');
    const exits = (await listed<Exit>('exits', 'limit=100')).filter(({ positionId }) => positionId === position.positionId);
    expect(exits.map(({ kind }) => kind)).toEqual(['SELL_EVERYTHING', 'CLOSED_BY_HAND']);
    expect(exits.every(({ status }) => status === 'SOLD' || status === 'DUST')).toBe(true);
  });

  it('that has ended still shows what it has brought', async () => {
    const window = await open('viewer', `positions/${position.positionId}`);
    window.expects(/404/);
    const profit = window.page.getByRole('region', { name: 'Profit and loss' });
    await profit.getByText('Ended', { exact: true }).waitFor();
    expect(plain(await profit.innerText())).toContain((await reread()).realised.replace(/\.?0+$/, ''));
  });
});

describe('the result', () => {
  it('has the profit and loss of the run as the ledger sums it, by its name', async () => {
    const { page } = await open('viewer', 'result');
    const row = page
      .getByRole('region', { name: 'Profit and loss by run' })
      .getByRole('row')
      .filter({ has: page.locator(`a[href$="/runs/${order.runId}"]`) });
    await row.waitFor();
    const sums = await listed<Result>('result', 'by=run');
    const realised = sums.find(({ key }) => key === order.runId)?.realised ?? 'none';
    const text = await row.innerText();
    expect(plain(text)).toContain(realised.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''));
    expect(text).toContain(`«${NAME}`);
    expect(text).not.toContain(order.runId);
  });

  it.each([
    ['by position', 'Profit and loss by position'],
    ['exit by exit', 'Exits'],
    ['sell by sell', 'Sells'],
  ])('names the pair %s', async (choice, region) => {
    const { page } = await open('viewer', 'result');
    await page.getByLabel(choice, { exact: true }).check();
    await page.getByRole('region', { name: region, exact: true }).getByRole('link', { name: order.pair }).first().waitFor();
  });

  it.each(['by UTC day', 'by source', 'by order style'])('sums %s', async (choice) => {
    const { page } = await open('viewer', 'result');
    await page.getByLabel(choice, { exact: true }).check();
    const table = page.getByRole('region', { name: /^Profit and loss by/ });
    await table.getByRole('row').nth(1).waitFor();
    expect(await table.getByRole('row').count()).toBeGreaterThan(1);
  });
});
