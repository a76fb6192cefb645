import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { windows } from './browser';
import { api, calm, ENVIRONMENT, flip, OWNS_THE_STACK, startRun } from './stack';

interface Credential {
  status: string;
  version: number;
}

const open = windows();

beforeAll(calm);
afterAll(calm);

async function credential(): Promise<Credential> {
  const { credential: found } = await api<{ credential: Credential }>('viewer', 'GET', `/api/control/v1/environments/${ENVIRONMENT}`);
  return found;
}

describe('the exchange key', () => {
  it('is validated on demand, and never shown', async () => {
    const { page } = await open('operator', 'credentials');
    await page.getByText('Works.').first().waitFor();
    const { version } = await credential();
    await page.getByRole('button', { name: 'Validate' }).click();
    await page.getByRole('status').getByText('Works.').waitFor();
    const facts = page.getByRole('region', { name: 'Exchange key' });
    expect(await facts.innerText()).toContain(`firstfill/${ENVIRONMENT}/mexc`);
    expect(await facts.getByRole('definition').allInnerTexts()).toContain(`${version}`);
    // The keys of this stack begin so.
    expect(await page.content()).not.toMatch(/mx0[0-9a-f]{8}/);
  });

  it('is only seen by a viewer, who is told whom to ask', async () => {
    const { page } = await open('viewer', 'credentials');
    const validate = page.getByRole('button', { name: 'Validate' });
    expect(await validate.getAttribute('aria-disabled')).toBe('true');
    await validate.focus();
    await page.getByText('Validating the key needs the role operator.').waitFor();
  });

  it.runIf(OWNS_THE_STACK)('that is rotated during a run stops its orders everywhere on the page, until it is validated', async () => {
    const runId = await startRun('Rotation');
    const { version } = await credential();
    const { page } = await open('operator', 'now');
    await page.getByRole('region', { name: 'Run' }).getByText('Running').waitFor();

    await flip('rotate', ENVIRONMENT);

    const strip = page.getByRole('status', { name: 'State of the environment' });
    await strip.getByText(`Run ${runId.slice(0, 4)} sends no orders: the key was rotated.`).waitFor();
    await page.getByRole('region', { name: 'Run' }).getByText('Suspended').waitFor();
    const health = page.getByRole('region', { name: 'Health' });
    await health.getByText(/Key and trader: /).waitFor();
    await health.getByText(/rotated, not validated/).waitFor();

    await strip.getByRole('link', { name: 'Validate' }).click();
    const key = page.getByRole('region', { name: 'Exchange key' });
    await key.getByText(`Version ${version + 1} is new and not yet proven. No orders leave until you validate it.`).waitFor();
    await key.getByRole('button', { name: 'Validate' }).click();
    await key.getByRole('status').getByText('Works.').waitFor();
    await strip.getByText('Nothing wrong is known.').waitFor();
    await page.getByRole('link', { name: 'Now' }).first().click();
    await page.getByRole('region', { name: 'Run' }).getByText('Running').waitFor();
  });
});
