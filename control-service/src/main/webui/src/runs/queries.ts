import { ledger } from '@/api';
import { useEnvironmentName } from '@/api/environment';
import type { RunItem } from '@/api/generated/ledger';
import { usePolled, type Polled } from '@/api/usePolled';

export type RunStatus = RunItem['state'];

export interface RunsPage {
  items: readonly RunItem[];
  nextCursor?: string;
}

/** A page of the runs that were ever started, newest first. */
export function useRuns(status: RunStatus | undefined, cursor: string | undefined): Polled<RunsPage> {
  const environment = useEnvironmentName();
  const query = {
    environment,
    limit: 50,
    ...(status === undefined ? {} : { status: [status] }),
    ...(cursor === undefined ? {} : { cursor }),
  };
  return usePolled(['ledger', 'runs', environment, status, cursor], (signal) => ledger.listRuns({ query, signal }), {
    poll: cursor === undefined,
  });
}

export function useRun(runId: string): Polled<RunItem> {
  return usePolled(['ledger', 'run', runId], (signal) => ledger.getRun({ path: { runId }, signal }));
}

export function useDrift(runId: string) {
  return usePolled(['ledger', 'drift', runId], (signal) => ledger.getDrift({ path: { runId }, signal }));
}

/** The versions that a run has used, oldest first. */
export function useApplied(runId: string) {
  return usePolled(['ledger', 'run', runId, 'configurations'], async (signal) => {
    const { items } = await ledger.listAppliedConfigurations({ path: { runId }, signal });
    return items;
  });
}

export function useSuccess(runId: string) {
  return usePolled(['ledger', 'success', runId], (signal) => ledger.getSuccessRate({ path: { runId }, signal }));
}
