import { describe, expect, it } from 'vitest';
import type { EnvironmentStatus, OpenAlert, Run } from '@/api/generated/control';
import { conditionsOf as conditionsAt } from './conditions';

const NOW = Date.parse('2026-11-27T02:31:00Z');
const conditionsOf = (status: EnvironmentStatus) => conditionsAt(status, NOW);

const RUN = {
  runId: '7f3a0000-0000-0000-0000-000000000000',
  state: 'ACTIVE',
  snapshot: { symbols: { quoteAssets: ['USDT'] } },
} as unknown as Run;

const SPENT = { cap: 'SPEND', used: '250', limit: '250', level: 'RUN', since: '2026-11-27T02:00:00Z' };

function status(changes: Partial<EnvironmentStatus> = {}): EnvironmentStatus {
  return {
    environment: 'paper',
    mode: 'PAPER',
    tradingState: { state: 'ACTIVE', reason: 'first', changedBy: 'risk', since: '2026-11-27T00:00:00Z' },
    credential: { status: 'VALIDATED' },
    ready: true,
    readiness: [],
    services: [],
    alerts: [],
    ...changes,
  } as EnvironmentStatus;
}

function alert(changes: Partial<OpenAlert>): OpenAlert {
  return {
    kind: 'FEED_SILENT',
    subject: 'calendar',
    severity: 'WARNING',
    summary: 'The calendar is silent',
    since: '2026-11-27T00:00:00Z',
    ...changes,
  } as OpenAlert;
}

describe('what is wrong', () => {
  it('is nothing while everything is in order', () => {
    expect(conditionsOf(status())).toEqual([]);
  });

  it('names what must be acted on before what suffers soon', () => {
    const conditions = conditionsOf(
      status({
        tradingState: { state: 'HALTED', reason: 'odd fills', changedBy: 'rita', since: '2026-11-27T02:10:00Z' },
        alerts: [alert({}), alert({ kind: 'LEASE_LOST', severity: 'CRITICAL', summary: 'No lease' })],
      }),
    );
    expect(conditions.map(({ tone, text }) => [tone, text])).toEqual([
      ['bad', 'HALTED by rita: odd fills'],
      ['bad', 'No lease'],
      ['warn', 'The calendar is silent'],
    ]);
  });

  it('names a cap that blocks, its numbers, its level and what frees it, and says it once', () => {
    const conditions = conditionsOf(
      status({
        activeRun: { ...RUN, caps: [SPENT] } as unknown as Run,
        alerts: [
          alert({ kind: 'CAP_REACHED', subject: 'SPEND', summary: 'SPEND is used up' }),
          alert({ kind: 'CAP_NEAR', subject: 'SPEND near', summary: 'nearly' }),
        ],
      }),
    );
    expect(conditions).toEqual([
      {
        tone: 'bad',
        text: 'No further buys. Spend, run: 250.00 of 250.00 USDT, the limit of the run; free by a higher limit, or a new run.',
        to: 'risk',
        action: 'Caps',
      },
    ]);
  });

  it('warns of a cap that is nearly used up, beside another that is', () => {
    const near = alert({
      kind: 'CAP_NEAR',
      subject: 'TRADES_PER_HOUR near',
      summary: 'nearly',
      cap: { cap: 'TRADES_PER_HOUR', used: '8', limit: '10', level: 'ENVIRONMENT' },
    });
    const [, second] = conditionsOf(status({ activeRun: { ...RUN, caps: [SPENT] } as unknown as Run, alerts: [near] }));
    expect(second).toEqual({
      tone: 'warn',
      text: '80 % or more is used of Trades, 60 min: 8 of 10, the limit of the environment.',
      to: 'risk',
      action: 'Caps',
    });
  });

  it('is graver for a silent service while a run needs it', () => {
    const services = [{ service: 'trader', alive: false, instances: [], lastHeardAt: '2026-11-27T02:30:55.1Z' }];
    expect(conditionsOf(status({ services }))[0]).toEqual({ tone: 'warn', text: 'Nothing heard from trader since 02:30:55Z.' });
    expect(conditionsOf(status({ services, activeRun: RUN }))[0]?.tone).toBe('bad');
  });

  it('has the day of a silence that is older than today', () => {
    const services = [{ service: 'trader', alive: false, instances: [], lastHeardAt: '2026-11-26T02:30:55.1Z' }];
    expect(conditionsOf(status({ services }))[0]?.text).toBe('Nothing heard from trader since 26 Nov 02:30:55Z.');
  });

  it('is that no run can start, where the gate is closed and nothing else says why', () => {
    const readiness = [
      { name: 'credential', ok: false, remedy: 'Store a key' },
      { name: 'records', ok: false, remedy: 'Acknowledge it' },
      { name: 'ledger', ok: true },
    ] as EnvironmentStatus['readiness'];
    expect(conditionsOf(status({ ready: false, readiness }))).toEqual([
      { tone: 'warn', text: 'No run can start: Key and trader not in order.', to: 'now', action: 'Health' },
    ]);
    expect(conditionsOf(status({ ready: false, readiness, activeRun: RUN }))).toEqual([]);
  });

  it('is not hidden by a kind that is not known here', () => {
    const unknown = alert({ kind: 'NEW_KIND' as OpenAlert['kind'], summary: 'Something new' });
    expect(conditionsOf(status({ alerts: [unknown] }))[0]?.text).toBe('Something new');
  });

  it('tells of a suspended run what lets it go on', () => {
    const suspension = { reason: 'CREDENTIAL_ROTATED', detail: 'x', since: '2026-11-27T02:00:00Z' } as const;
    expect(conditionsOf(status({ activeRun: { ...RUN, suspension } as Run }))[0]).toMatchObject({
      text: 'Run 7f3a sends no orders: the key was rotated.',
      action: 'Validate',
    });
  });
});
