import { useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import { serverNow } from '@/api/clock';
import { useEnvironmentPath } from '@/api/environment';
import type { ListingItem } from '@/api/generated/ledger';
import { onTick } from '@/api/ticker';
import { millisOf } from '@/format/time';
import { Ago, Countdown } from '@/ui/Age';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import { ListingButtons, type Open } from './commands/buttons';
import styles from './ListingsPage.module.css';
import { soonestFirst } from './openings';
import { Outlook, Reasons, Sources, Verdict } from './parts';
import { useAnnounced } from './queries';

/** After this the record should have told of an opening, in milliseconds. */
const OVERDUE = 60_000;

export function AheadCard({ open }: { open: Open }) {
  const announced = useAnnounced();
  const to = useEnvironmentPath();
  const rows = soonestFirst(announced.data ?? []);
  const columns: Column<ListingItem>[] = [
    { head: 'Opens in', wrapping: true, cell: (listing) => <OpensIn listing={listing} /> },
    { head: 'Pair', cell: ({ listingId, pair }) => <Link href={to(`listings/${listingId}`)}>{pair}</Link> },
    { head: 'Verdict', wrapping: true, cell: (listing) => <VerdictAndReasons listing={listing} /> },
    { head: 'Sources', wrapping: true, labelled: true, cell: (listing) => <Sources listing={listing} /> },
    { head: 'What the run will do', wrapping: true, cell: (listing) => <Outlook listing={listing} short /> },
    { head: 'Change it', cell: (listing) => <ListingButtons listing={listing} hash={announced.hash} open={open} /> },
  ];
  return (
    <Card title="Openings ahead" count={rows.length} of={[announced]} who="the ledger" lines={6} flush>
      {rows.length === 0 ? (
        <Empty flush>No opening is announced.</Empty>
      ) : (
        <Table caption="Openings ahead, the soonest first" columns={columns} rows={rows} keyOf={({ listingId }) => listingId} />
      )}
    </Card>
  );
}

function VerdictAndReasons({ listing }: { listing: ListingItem }) {
  return (
    <span className={styles['said']}>
      <span>
        <Verdict listing={listing} />
      </span>
      <Reasons listing={listing} />
    </span>
  );
}

/** The countdown and the time; long after it, that the record does not tell of an opening. */
function OpensIn({ listing: { openingTime } }: { listing: ListingItem }) {
  const overdue = useSyncExternalStore(onTick, () => openingTime !== undefined && serverNow() - millisOf(openingTime) > OVERDUE);
  if (openingTime === undefined) {
    return <span className="muted">no time stated</span>;
  }
  return (
    <span className={styles['opens']}>
      {overdue ? (
        <span className="muted">
          not seen open, <Ago at={openingTime} /> late
        </span>
      ) : (
        <Countdown to={openingTime} />
      )}
      <span className="nowrap">
        <Time at={openingTime} />
      </span>
    </span>
  );
}
