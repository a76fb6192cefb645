import { useCallback, useSyncExternalStore } from 'react';
import { control } from '@/api';
import { useEnvironment, useEnvironmentName } from '@/api/environment';
import type { TradingStateStatus } from '@/api/generated/control';
import { SafetyCommand, type Progress, type SafetyDeed, type SafetyState } from '@/api/safety';
import { useRefusal } from '@/session/useSession';

export type Tightened = 'HALTED' | 'REDUCING';

interface Halt {
  command: SafetyCommand<TradingStateStatus>;
  /** What was asked for last. */
  state: Tightened;
}

const halts = new Map<string, Halt>();

function haltOf(environment: string): Halt {
  const known = halts.get(environment) ?? { command: new SafetyCommand<TradingStateStatus>(), state: 'HALTED' };
  halts.set(environment, known);
  return known;
}

export interface UsedHalt {
  state: SafetyState<TradingStateStatus>;
  pressedAt: number;
  asked: Tightened;
  refusal: string | undefined;
  send: (state: Tightened, reason: string) => void;
  dismiss: () => void;
}

/** Sets the environment to HALTED or REDUCING: recorded at once, obeyed by the trader, then confirmed by risk. */
export function useHalt(): UsedHalt {
  const environment = useEnvironmentName();
  const { refresh } = useEnvironment();
  const halt = haltOf(environment);
  const state = useSyncExternalStore(halt.command.onChange, halt.command.current);
  const refusal = useRefusal('Halting', ['operator', 'risk']);
  const send = useCallback(
    (wanted: Tightened, reason: string) => {
      const begun = haltOf(environment);
      begun.state = wanted;
      const progressOf = (status: TradingStateStatus | undefined): Progress<TradingStateStatus> =>
        status?.state === wanted && status.reason === reason ? { confirmed: status } : { recorded: true };
      const deed: SafetyDeed<TradingStateStatus> = {
        send: async (key, signal) => {
          const answer = await control.setTradingState({
            path: { environment },
            headers: { 'Idempotency-Key': key },
            body: { state: wanted, reason },
            signal,
          });
          return progressOf('state' in answer ? answer : undefined);
        },
        look: async (signal) => progressOf((await control.getEnvironment({ path: { environment }, signal })).tradingState),
      };
      // One that is still under way may have asked for another state: the last word of the person counts.
      void begun.command.press(deed, true).then(refresh);
    },
    [environment, refresh],
  );
  return { state, pressedAt: halt.command.pressedAt, asked: halt.state, refusal, send, dismiss: halt.command.giveUp };
}
