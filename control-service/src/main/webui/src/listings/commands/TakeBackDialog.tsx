import type { ListingItem } from '@/api/generated/ledger';
import { useDraft } from '@/session/useDraft';
import { CommandDialog } from './CommandDialog';
import { useTakeBack } from './useListingCommand';

/** Takes back what a person has announced. */
export function TakeBackDialog({ listing, onClose }: { listing: ListingItem; onClose: () => void }) {
  const { listingId, pair } = listing;
  const command = useTakeBack(listingId);
  const draft = useDraft(`taking back ${listingId}`, { reason: '' });
  return (
    <CommandDialog
      title={`Take back the announcement of ${pair}?`}
      deed={`Take back ${pair}`}
      command={command}
      draft={draft}
      argument={(reason) => reason}
      reasonHint="Such as: the project has denied it."
      onClose={onClose}
      done={() => `Taken back: nobody has announced ${pair} by hand any more.`}
    >
      <p>What feeds say of it stays. Where no feed says anything, the listing is withdrawn and not bought.</p>
    </CommandDialog>
  );
}
