import { useState } from 'react';
import { useParams } from 'wouter';
import { Card } from '@/ui/Card';
import { Page } from '@/ui/Page';
import { useNotHere } from '@/ui/useNotHere';
import { ListingButtons } from './commands/buttons';
import { ListingDialog, type OpenDialog } from './commands/ListingDialog';
import { DecisionsCard } from './detail/DecisionsCard';
import { EvidenceCard } from './detail/EvidenceCard';
import { Facts } from './detail/Facts';
import styles from './detail/detail.module.css';
import { Prices } from './detail/Prices';
import { Rules } from './detail/Rules';
import { Terms } from './detail/Terms';
import { useListing } from './queries';

/** One listing: who saw it when, what the exchange accepts, what each run decided, and what became of it. */
export default function ListingPage() {
  const listingId = useParams<{ listingId: string }>().listingId;
  const listing = useListing(listingId);
  const [dialog, setDialog] = useState<OpenDialog>();
  const { data } = listing;
  const instead = useNotHere({ what: 'listing', of: listing, all: 'listings' });
  if (instead !== undefined) {
    return instead;
  }
  return (
    <Page
      title={data === undefined ? 'Listing' : data.pair}
      actions={data !== undefined && <ListingButtons listing={data} hash={listing.hash} open={setDialog} />}
    >
      <div className={styles['cards']}>
        <Card title="Listing" of={[listing]} who="the ledger" lines={6}>
          {data !== undefined && <Facts listing={data} />}
        </Card>
        {data !== undefined && (
          <>
            <Card title="Terms" of={[listing]} who="the ledger">
              <Terms listing={data} />
            </Card>
            <EvidenceCard listing={data} of={listing} />
            <DecisionsCard listing={data} of={listing} />
            <Card title="Rules of the exchange" of={[listing]} who="the ledger">
              <Rules listing={data} />
            </Card>
            <Prices listing={data} />
          </>
        )}
      </div>
      <ListingDialog dialog={dialog} onClose={() => setDialog(undefined)} />
    </Page>
  );
}
