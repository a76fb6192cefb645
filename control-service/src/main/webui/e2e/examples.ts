import { api, announce, awaitBought, ENVIRONMENT, listed, saveConfiguration, until, type Saved } from './stack';

/** What the parameters of the pages' paths stand for, so that each page has something to show. */
export type Examples = Readonly<Record<string, string>>;

/** A reason as long as one may be, with a word that no line holds. */
const LONG = `see https://wiki.invalid/${'a'.repeat(120)} ${'and what was said of it '.repeat(20)}`.slice(0, 500).trim();

/**
 * Brings about what every page needs: a configuration of two versions, a run of it that has bought a listing, and an
 * opening far ahead. The run stays active.
 */
export async function examples(): Promise<Examples> {
  const name = `Small caps ${Date.now() % 100_000}`;
  const first = await saveConfiguration(name);
  const saved = await replaced(first, name);
  const { runId } = await api<{ runId: string }>('operator', 'POST', '/api/control/v1/runs', {
    environment: ENVIRONMENT,
    configurationId: saved.configurationId,
    version: saved.version,
  });
  const [pair] = await Promise.all([announce(15), announce(3_000, false, '币安人生')]);
  await announce(1, true);
  // For how it looks only: it is no fault of a page where risk has not answered in time.
  await api('risk', 'PUT', `/api/control/v1/environments/${ENVIRONMENT}/trading-state`, { state: 'ACTIVE', reason: LONG }).catch(() => undefined);
  const { clientOrderId, listingId } = await awaitBought(pair);
  return { id: saved.configurationId, runId, clientOrderId, listingId, positionId: await positionIn(pair) };
}

async function positionIn(pair: string): Promise<string> {
  let positionId: string | undefined;
  await until(`the position in ${pair}`, async () => {
    [{ positionId } = { positionId: undefined }] = await listed<{ positionId?: string }>('positions', `pair=${encodeURIComponent(pair)}`);
    return positionId !== undefined;
  });
  return positionId ?? '';
}

async function replaced({ configurationId, version }: Saved, name: string): Promise<Saved> {
  return api(
    'operator',
    'PUT',
    `/api/control/v1/configurations/${configurationId}`,
    {
      environment: ENVIRONMENT,
      name,
      quoteAmount: '25',
      symbols: { quoteAssets: ['USDT'], deny: ['*3L', '*3S'] },
      caps: { tradesPerHour: 100, spend: '250', concurrentListings: 3 },
    },
    { 'If-Match': `"${version}"` },
  );
}

/** The path of a page with its parameters filled in. */
export function pathOf(pattern: string, known: Examples): string {
  return pattern.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = known[name];
    if (value === undefined) {
      throw new Error(`No example is known for ${name} of ${pattern}`);
    }
    return value;
  });
}
