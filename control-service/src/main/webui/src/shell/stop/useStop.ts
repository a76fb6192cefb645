import { useCallback, useSyncExternalStore } from 'react';
import { control } from '@/api';
import { useEnvironment, useEnvironmentName } from '@/api/environment';
import type { Run } from '@/api/generated/control';
import { NotSent } from '@/api/problem';
import { SafetyCommand, type SafetyState } from '@/api/safety';
import { useIsFresh } from '@/api/usePolled';
import { useRefusal } from '@/session/useSession';
import { stopDeed, type StopCalls } from './stopDeed';

/** One stop for each environment, whatever page asks for it. */
const stops = new Map<string, SafetyCommand<Run>>();

export function stopOf(environment: string): SafetyCommand<Run> {
  const known = stops.get(environment) ?? new SafetyCommand<Run>();
  stops.set(environment, known);
  return known;
}

function callsOf(environment: string): StopCalls {
  return {
    active: async (signal) => (await control.getEnvironment({ path: { environment }, signal })).activeRun,
    stop: async (id, key, signal) =>
      (await control.stopRun({ path: { id }, headers: { 'Idempotency-Key': key }, body: {}, signal })).run,
    run: (id, signal) => control.getRun({ path: { id }, signal }),
  };
}

export interface UsedStop {
  state: SafetyState<Run>;
  pressedAt: number;
  refusal: string | undefined;
  press: () => void;
  dismiss: () => void;
}

/**
 * The stop of the active run: one press, no question, no reason. Only a fresh answer that there is none keeps it from
 * being sent: a page that does not know has it asked.
 */
export function useStop(): UsedStop {
  const environment = useEnvironmentName();
  const { data, hash, refresh } = useEnvironment();
  const command = stopOf(environment);
  const state = useSyncExternalStore(command.onChange, command.current);
  const role = useRefusal('Stopping a run', ['operator', 'risk']);
  const fresh = useIsFresh(hash);
  const runId = data?.activeRun?.runId;
  const refusal = role ?? (fresh && data !== undefined && runId === undefined ? 'No run is active.' : undefined);
  const press = useCallback(() => {
    if (refusal === undefined) {
      void command.press(stopDeed(callsOf(environment), runId)).then(refresh);
    } else {
      command.refuse(new NotSent(refusal));
    }
  }, [command, environment, runId, refusal, refresh]);
  return { state, pressedAt: command.pressedAt, refusal, press, dismiss: command.giveUp };
}
