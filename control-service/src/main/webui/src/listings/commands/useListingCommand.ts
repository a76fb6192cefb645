import { useQueryClient } from '@tanstack/react-query';
import { control } from '@/api';
import type { AnnouncementDraft, ListingStatus, ListingTermsDraft } from '@/api/generated/control';
import { ApiProblem } from '@/api/problem';
import { useCommand, type UsedCommand } from '@/api/useCommand';
import type { CommandState } from '@/api/useCommand';
import { useEnvironmentName } from '@/api/environment';

/** The scanner has confirmed what these give; what the page shows of it comes from the ledger, which is asked at once. */
function useReading<A>(command: UsedCommand<A, ListingStatus>): UsedCommand<A, ListingStatus> {
  const client = useQueryClient();
  return {
    ...command,
    press: async (argument) => {
      const answer = await command.press(argument);
      await client.invalidateQueries({ queryKey: ['ledger'] });
      return answer;
    },
  };
}

export function useAnnounce(): UsedCommand<AnnouncementDraft, ListingStatus> {
  const environment = useEnvironmentName();
  return useReading(
    useCommand((body: AnnouncementDraft, key, signal) =>
      control.announceListing({ path: { environment }, headers: { 'Idempotency-Key': key }, body, signal }),
    ),
  );
}

export function useChangeTerms(listingId: string): UsedCommand<ListingTermsDraft, ListingStatus> {
  const environment = useEnvironmentName();
  return useReading(
    useCommand((body: ListingTermsDraft, key, signal) =>
      control.changeListingTerms({
        path: { environment, id: listingId },
        headers: { 'Idempotency-Key': key },
        body,
        signal,
      }),
    ),
  );
}

export function useTakeBack(listingId: string): UsedCommand<string, ListingStatus> {
  const environment = useEnvironmentName();
  return useReading(
    useCommand((reason: string, key, signal) =>
      control.withdrawListing({
        path: { environment, id: listingId },
        headers: { 'Idempotency-Key': key },
        body: { reason },
        signal,
      }),
    ),
  );
}

/** What the API says must be corrected in a field. */
export function errorOf(state: CommandState<unknown>, field: string): string | undefined {
  return state.phase === 'failed' && state.failure instanceof ApiProblem
    ? state.failure.violations.find((violation) => violation.field === field)?.message
    : undefined;
}
