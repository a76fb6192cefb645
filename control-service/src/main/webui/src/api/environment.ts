import { useRoute } from 'wouter';
import { control } from '@/api';
import type { EnvironmentStatus } from './generated/control';
import { usePolled, type Polled } from './usePolled';

/** The environment that the address names; empty on a page of none. */
export function useEnvironmentName(): string {
  const [, params] = useRoute('/env/:environment/*?');
  return params?.['environment'] ?? '';
}

export function environmentKey(environment: string): readonly unknown[] {
  return ['control', 'environment', environment];
}

/** The status of the environment of the page: one query, however many parts show something of it. */
export function useEnvironment(): Polled<EnvironmentStatus> {
  const environment = useEnvironmentName();
  return usePolled(
    environmentKey(environment),
    (signal) => control.getEnvironment({ path: { environment }, signal }),
    { enabled: environment !== '' },
  );
}

/** A path in the environment of the page: `useEnvironmentPath()('trades')`. */
export function useEnvironmentPath(): (rest: string) => string {
  const environment = useEnvironmentName();
  return (rest) => `/env/${environment}/${rest}`;
}
