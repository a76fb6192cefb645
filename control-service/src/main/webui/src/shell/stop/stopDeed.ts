import type { Run } from '@/api/generated/control';
import { newIdempotencyKey } from '@/api/key';
import { NotSent } from '@/api/problem';
import type { Progress, SafetyDeed } from '@/api/safety';

/** The calls of control that a stop needs. */
export interface StopCalls {
  active: (signal: AbortSignal) => Promise<Run | undefined>;
  stop: (runId: string, key: string, signal: AbortSignal) => Promise<Run>;
  run: (runId: string, signal: AbortSignal) => Promise<Run>;
}

/**
 * Stops the run that is active. What the page knows may be older than that: a run that was stopped before is answered
 * as stopped while another one buys, so that one is looked for and stopped, too.
 *
 * @param known the run that the page shows; undefined where it shows none, or does not know
 */
export function stopDeed(calls: StopCalls, known: string | undefined): SafetyDeed<Run> {
  let target = known;
  return {
    send: async (key, signal) => {
      target ??= (await calls.active(signal))?.runId;
      if (target === undefined) {
        throw new NotSent('No run is active.');
      }
      const stopped = await calls.stop(target, key, signal);
      if (stopped.state !== 'STOPPED') {
        return { recorded: true };
      }
      const other = await calls.active(signal).catch(() => undefined);
      if (other === undefined || other.runId === stopped.runId) {
        return { confirmed: stopped };
      }
      target = other.runId;
      return progressOf(await calls.stop(target, newIdempotencyKey(), signal));
    },
    look: async (signal) => progressOf(await calls.run(target ?? '', signal)),
  };
}

function progressOf(run: Run): Progress<Run> {
  return run.state === 'STOPPED' ? { confirmed: run } : { recorded: true };
}
