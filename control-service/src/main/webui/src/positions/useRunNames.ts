import { ledger } from '@/api';
import { serverNow } from '@/api/clock';
import { useEnvironmentName } from '@/api/environment';
import { usePolled } from '@/api/usePolled';
import { runName } from './result/texts';

/** Runs that are known by their names, the latest first. */
const RUNS = 200;

/** The name of a run, by its configuration and when it was started; the begin of its id where it is not among the latest. */
export function useRunNames(): (runId: string) => string {
  const environment = useEnvironmentName();
  const { data } = usePolled(['ledger', 'runs', environment, 'names'], async (signal) => {
    const { items } = await ledger.listRuns({ query: { environment, limit: RUNS }, signal });
    return items;
  });
  const names = new Map((data ?? []).map((run) => [run.runId, runName(run, serverNow())]));
  return (runId) => names.get(runId) ?? runId.slice(0, 4);
}
