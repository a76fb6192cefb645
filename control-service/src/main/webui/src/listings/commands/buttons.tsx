import { useSyncExternalStore } from 'react';
import { serverNow } from '@/api/clock';
import type { ListingItem } from '@/api/generated/ledger';
import { onTick } from '@/api/ticker';
import { useAge } from '@/api/usePolled';
import { useRefusal } from '@/session/useSession';
import { Button } from '@/ui/Button';
import { hasOpened, isByHand } from '../openings';
import styles from './commands.module.css';
import type { OpenDialog } from './ListingDialog';

export type Open = (dialog: OpenDialog) => void;

export function AnnounceButton({ open }: { open: Open }) {
  const refusal = useRefusal('Announcing a listing', ['operator']);
  return (
    <Button refusal={refusal} onPress={() => open({ kind: 'announce' })}>
      Announce by hand…
    </Button>
  );
}

/** Why a listing cannot be changed: the role, its opening, which comes by the clock too, or data that is old. */
function useChangeRefusal(listing: ListingItem, hash: string): string | undefined {
  const role = useRefusal('Changing a listing', ['operator']);
  const opened = useSyncExternalStore(onTick, () => hasOpened(listing, serverNow()));
  const age = useAge([hash]).state;
  if (listing.status === 'WITHDRAWN') {
    return 'It was withdrawn; there is nothing to change.';
  }
  if (opened) {
    return 'It has opened; nothing can be changed any more.';
  }
  return role ?? (age === 'fresh' ? undefined : 'Wait for a fresh answer of the ledger.');
}

/** @param hash of the query that the listing is of */
export function ListingButtons({ listing, hash, open }: { listing: ListingItem; hash: string; open: Open }) {
  const refusal = useChangeRefusal(listing, hash);
  return (
    <span className={styles['buttons']}>
      <Button small refusal={refusal} onPress={() => open({ kind: 'change', listing })}>
        {listing.terms?.leaveAlone === true ? 'Buy after all…' : 'Change…'}
        <span className="spoken"> {listing.pair}</span>
      </Button>
      {listing.terms?.leaveAlone !== true && (
        <Button small refusal={refusal} onPress={() => open({ kind: 'leave', listing })}>
          Leave alone…
          <span className="spoken"> {listing.pair}</span>
        </Button>
      )}
      {isByHand(listing) && (
        <Button small refusal={refusal} onPress={() => open({ kind: 'take-back', listing })}>
          Take back…
          <span className="spoken"> {listing.pair}</span>
        </Button>
      )}
    </span>
  );
}
