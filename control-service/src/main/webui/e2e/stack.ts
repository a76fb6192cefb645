/** The stack under test, as the caller names it. */
function required(name: string, what: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new Error(`Set ${name} to ${what}`);
  }
  return value;
}

export const ORIGIN = required('FIRSTFILL_ORIGIN', 'the address of a running stack, such as http://localhost:8080');
const SIMULATOR = required('FIRSTFILL_SIMULATOR', "the simulator's control address, such as http://127.0.0.1:8087");
export const ENVIRONMENT = 'paper';
/** Kills and restarts services, and rotates keys: only the test that owns the stack has it. */
const SWITCH = process.env['FIRSTFILL_SWITCH'];
export const OWNS_THE_STACK = SWITCH !== undefined;

/** Does to the stack what only its owner can, such as `kill`, `ledger-service`; returns when it is done. */
export async function flip(deed: 'kill' | 'restart' | 'rotate', what: string): Promise<void> {
  const answer = await fetch(`${SWITCH}/${deed}/${what}`, { method: 'POST' });
  if (!answer.ok) {
    throw new Error(`${deed} ${what}: ${answer.status} ${await answer.text()}`);
  }
}

async function tokenOf(user: string): Promise<string> {
  const answer = await fetch(`${ORIGIN}/auth/realms/firstfill/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: 'firstfill-cli',
      scope: 'openid',
      username: user,
      password: user,
    }),
  });
  const body = (await answer.json()) as { access_token: string };
  return body.access_token;
}

/** Calls an API as a program does, to bring about what the browser shall see. */
export async function api<T>(user: string, method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
  const answer = await fetch(ORIGIN + path, {
    method,
    headers: { Authorization: `Bearer ${await tokenOf(user)}`, 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) {
    throw new Error(`${method} ${path} answers ${answer.status}: ${await answer.text()}`);
  }
  return (await answer.json()) as T;
}

export interface Saved {
  configurationId: string;
  version: number;
}

export function saveConfiguration(name: string, changes: object = {}): Promise<Saved> {
  return api('operator', 'POST', '/api/control/v1/configurations', {
    environment: ENVIRONMENT,
    name,
    quoteAmount: '50',
    symbols: { quoteAssets: ['USDT'] },
    caps: { tradesPerHour: 100, spend: '5000', concurrentListings: 10 },
    ...changes,
  });
}

/** Starts a run of a new configuration; returns its id. */
export async function startRun(name: string, changes: object = {}): Promise<string> {
  const { configurationId, version } = await saveConfiguration(`${name} ${Date.now()}`, changes);
  const { runId } = await api<{ runId: string }>('operator', 'POST', '/api/control/v1/runs', {
    environment: ENVIRONMENT,
    configurationId,
    version,
  });
  return runId;
}

/** Lists of the ledger, in the environment. */
export async function listed<T>(list: string, query = ''): Promise<T[]> {
  const page = await api<{ items: T[] }>('viewer', 'GET', `/api/ledger/v1/${list}?environment=${ENVIRONMENT}&${query}`);
  return page.items;
}

export interface Order {
  clientOrderId: string;
  pair: string;
  listingId: string;
  runId: string;
  averagePrice?: string;
  filledQuantity?: string;
  filledAmount?: string;
  timeline: { hopMicros: Record<string, number> };
}

/** Waits until the active run has bought the pair and everything about the order is recorded. */
export async function awaitBought(pair: string): Promise<Order> {
  let found: Order | undefined;
  await until(`a buy of ${pair}`, async () => {
    [found] = await listed<Order>('orders', `pair=${encodeURIComponent(pair)}&status=FILLED`);
    return found?.timeline.hopMicros['filled_recorded'] !== undefined;
  });
  return found as Order;
}

interface Status {
  ready: boolean;
  activeRun?: { runId: string };
  tradingState?: { state: string };
}

export function status(): Promise<Status> {
  return api('viewer', 'GET', `/api/control/v1/environments/${ENVIRONMENT}`);
}

/** Ends what an earlier test left, so that each begins with an environment that could start a run. */
export async function calm(): Promise<void> {
  const { activeRun, tradingState } = await status();
  if (activeRun !== undefined) {
    await api('operator', 'POST', `/api/control/v1/runs/${activeRun.runId}/stop`, { reason: 'test' });
  }
  if (tradingState?.state !== 'ACTIVE') {
    await api('risk', 'PUT', `/api/control/v1/environments/${ENVIRONMENT}/trading-state`, {
      state: 'ACTIVE',
      reason: 'test',
    });
  }
  await until('the gate to open', async () => {
    const now = await status();
    return now.ready && now.activeRun === undefined;
  });
}

export async function until(what: string, met: () => Promise<boolean>, seconds = 60): Promise<void> {
  const deadline = performance.now() + seconds * 1_000;
  while (!(await met())) {
    if (performance.now() > deadline) {
      throw new Error(`Waited ${seconds} s for ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

let listings = 0;

/** Has the exchange announce a pair that opens later, or open a surprise then; returns the pair. */
export async function announce(seconds: number, surprise = false, name = 'PNL'): Promise<string> {
  const base = `${name}${process.pid}N${++listings}`;
  const answer = await fetch(`${SIMULATOR}/listings`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      base,
      quote: 'USDT',
      openAt: new Date(Date.now() + seconds * 1_000).toISOString(),
      referencePrice: '0.02',
      surprise,
    }),
  });
  if (!answer.ok) {
    throw new Error(`The simulator answers ${answer.status}: ${await answer.text()}`);
  }
  return `${base}/USDT`;
}
