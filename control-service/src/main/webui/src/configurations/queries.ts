import { control, ledger } from '@/api';
import { useEnvironmentName } from '@/api/environment';
import type { ConfigurationVersion, SavedConfiguration } from '@/api/generated/control';
import { usePolled, type Polled } from '@/api/usePolled';

export type Shown = 'false' | 'true' | 'any';

/** The latest version of each configuration of the environment, by name. */
export function useConfigurations(archived: Shown = 'false'): Polled<readonly SavedConfiguration[]> {
  const environment = useEnvironmentName();
  return usePolled(['control', 'configurations', environment, archived], (signal) =>
    control.listConfigurations({ query: { environment, archived }, signal }),
  );
}

export function configurationKey(id: string): readonly unknown[] {
  return ['control', 'configuration', id];
}

/** The latest version. */
export function useConfiguration(id: string): Polled<SavedConfiguration> {
  return usePolled(configurationKey(id), (signal) => control.getConfiguration({ path: { id }, signal }));
}

/** One version, which does not change any more. */
export function useVersion(id: string, version: number | undefined): Polled<SavedConfiguration> {
  return usePolled(
    ['control', 'configuration', id, version],
    (signal) => control.getConfigurationVersion({ path: { id, version: version ?? 1 }, signal }),
    { poll: false, enabled: version !== undefined },
  );
}

export function useVersions(id: string): Polled<readonly ConfigurationVersion[]> {
  return usePolled(['control', 'configuration', id, 'versions'], (signal) =>
    control.listConfigurationVersions({ path: { id }, signal }),
  );
}

/** Buys that are armed now: what a version that is applied may touch. */
export function useArmed(runId: string) {
  const environment = useEnvironmentName();
  return usePolled(['ledger', 'orders', environment, 'ARMED', runId], async (signal) => {
    const page = await ledger.listOrders({ query: { environment, status: ['ARMED'], runId, limit: 100 }, signal });
    return page.items;
  });
}
