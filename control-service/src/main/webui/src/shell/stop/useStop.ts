import { useCallback, useSyncExternalStore } from 'react';
import { control } from '@/api';
import { useEnvironment, useEnvironmentName } from '@/api/environment';
import type { Run } from '@/api/generated/control';
import { SafetyCommand, type Progress, type SafetyDeed, type SafetyState } from '@/api/safety';
import { useRefusal } from '@/session/useSession';

/** One stop for each environment, whatever page asks for it. */
const stops = new Map<string, SafetyCommand<Run>>();

export function stopOf(environment: string): SafetyCommand<Run> {
  const known = stops.get(environment) ?? new SafetyCommand<Run>();
  stops.set(environment, known);
  return known;
}

function progressOf(run: Run): Progress<Run> {
  return run.state === 'STOPPED' ? { confirmed: run } : { recorded: true };
}

function deedOf(runId: string): SafetyDeed<Run> {
  return {
    send: async (key, signal) => {
      const answer = await control.stopRun({
        path: { id: runId },
        headers: { 'Idempotency-Key': key },
        body: {},
        signal,
      });
      return progressOf(answer.run);
    },
    look: async (signal) => progressOf(await control.getRun({ path: { id: runId }, signal })),
  };
}

export interface UsedStop {
  state: SafetyState<Run>;
  pressedAt: number;
  /** Whether there is something to stop. */
  hasRun: boolean;
  refusal: string | undefined;
  press: () => void;
  dismiss: () => void;
}

/** The stop of the active run: one press, no question, no reason. */
export function useStop(): UsedStop {
  const environment = useEnvironmentName();
  const { data, refresh } = useEnvironment();
  const command = stopOf(environment);
  const state = useSyncExternalStore(command.onChange, command.current);
  const refusal = useRefusal('Stopping a run', ['operator', 'risk']);
  const runId = data?.activeRun?.runId;
  const press = useCallback(() => {
    if (runId !== undefined && refusal === undefined) {
      void command.press(deedOf(runId)).then(refresh);
    }
  }, [command, runId, refusal, refresh]);
  return {
    state,
    pressedAt: command.pressedAt,
    hasRun: runId !== undefined,
    refusal: refusal ?? (data !== undefined && runId === undefined ? 'No run is active.' : undefined),
    press,
    dismiss: command.giveUp,
  };
}
