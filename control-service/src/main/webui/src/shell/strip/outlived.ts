import type { EnvironmentStatus, Run, TradingStateStatus } from '@/api/generated/control';
import { millisOf } from '@/format/time';

type Known = Pick<EnvironmentStatus, 'activeRun' | 'tradingState'>;

/** Whether another run was started since a stop was confirmed: that it has stopped says nothing of now any more. */
export function isStopOutlived({ runId, stoppedAt, startedAt }: Run, { activeRun }: Known): boolean {
  return activeRun !== undefined && activeRun.runId !== runId && millisOf(activeRun.startedAt) >= millisOf(stoppedAt ?? startedAt);
}

/** Whether the trading state was set again since a halt was confirmed. */
export function isHaltOutlived({ state, since }: TradingStateStatus, { tradingState: now }: Known): boolean {
  return now !== undefined && now.state !== state && millisOf(now.since) > millisOf(since);
}
