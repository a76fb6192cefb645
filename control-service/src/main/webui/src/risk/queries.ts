import { control, ledger } from '@/api';
import { useEnvironmentName } from '@/api/environment';
import { usePolled } from '@/api/usePolled';

export function useCaps() {
  const environment = useEnvironmentName();
  return usePolled(['control', 'caps', environment], (signal) => control.getCaps({ path: { environment }, signal }));
}

export function useGuardrails() {
  const environment = useEnvironmentName();
  return usePolled(['control', 'guardrails', environment], (signal) =>
    control.getGuardrails({ path: { environment }, signal }),
  );
}

/** The latest times that a circuit breaker tripped or was reset. */
export function useBreakerEvents() {
  const environment = useEnvironmentName();
  return usePolled(['ledger', 'cap-events', environment, 'breakers'], async (signal) => {
    const page = await ledger.listCapEvents({
      query: { environment, kind: ['LOSS_PER_DAY', 'CONSECUTIVE_FAILURES'], limit: 20 },
      signal,
    });
    return page.items;
  });
}
