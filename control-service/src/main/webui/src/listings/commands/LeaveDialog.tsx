import type { ListingItem } from '@/api/generated/ledger';
import { useDraft } from '@/session/useDraft';
import { CommandDialog } from './CommandDialog';
import { useChangeTerms } from './useListingCommand';

/** No run buys the listing. Its other terms stay, so that they hold again when it is bought after all. */
export function LeaveDialog({ listing, onClose }: { listing: ListingItem; onClose: () => void }) {
  const { listingId, pair, terms } = listing;
  const command = useChangeTerms(listingId);
  const draft = useDraft(`leaving alone ${listingId}`, { reason: '' });
  return (
    <CommandDialog
      title={`Leave ${pair} alone?`}
      deed={`Leave ${pair} alone`}
      command={command}
      draft={draft}
      argument={(reason) => ({
        quoteAmount: terms?.quoteAmount,
        orderStyle: terms?.orderStyle,
        maxPremium: terms?.maxPremium,
        leaveAlone: true,
        reason,
      })}
      reasonHint="Such as: the team behind it is unknown."
      onClose={onClose}
      done={() => `${pair} is left alone: no run buys it.`}
    >
      <p>
        No run buys {pair}. The trader obeys at once, also where the buy is armed. Until it opens you can have it bought
        after all.
      </p>
    </CommandDialog>
  );
}
