import { useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import { serverNow } from '@/api/clock';
import { useEnvironment, useEnvironmentPath } from '@/api/environment';
import type { ListingItem } from '@/api/generated/ledger';
import { onTick } from '@/api/ticker';
import { Countdown } from '@/ui/Age';
import { VerdictBadge } from '@/ui/badges';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { LinkButton } from '@/ui/LinkButton';
import { outlookOf } from '@/ui/outlook';
import { Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import { nextOpenings } from './openings';
import { useAnnounced, useArmed } from './queries';

/** What is past is left out within this time, in milliseconds, also while the list itself does not change. */
const LOOKED_AT = 5_000;

export function OpeningsCard() {
  const announced = useAnnounced();
  const now = useSyncExternalStore(onTick, () => Math.floor(serverNow() / LOOKED_AT) * LOOKED_AT);
  const { soonest, count, untimed } = nextOpenings(announced.data ?? [], now);
  const to = useEnvironmentPath();
  const columns: Column<ListingItem>[] = [
    { head: 'Opens in', cell: ({ openingTime }) => openingTime !== undefined && <Countdown to={openingTime} /> },
    { head: 'Pair', cell: ({ listingId, pair }) => <Link href={to(`listings/${listingId}`)}>{pair}</Link> },
    { head: 'Opening', cell: ({ openingTime }) => openingTime !== undefined && <Time at={openingTime} /> },
    { head: 'Verdict', cell: ({ verdict }) => (verdict === undefined ? <span className="muted">not examined yet</span> : <VerdictBadge verdict={verdict} />) },
    { head: 'What becomes of it', wrapping: true, cell: (listing) => <Outlook listing={listing} /> },
  ];
  return (
    <Card
      title="Next openings"
      count={count}
      of={[announced]}
      who="the ledger"
      lines={4}
      flush
      aside={
        <LinkButton small to={to('listings')}>
          All
        </LinkButton>
      }
    >
      {soonest.length === 0 ? (
        <Empty flush>{untimed === 0 ? 'No opening is announced.' : `Of ${untimed} announced no opening time is stated.`}</Empty>
      ) : (
        <Table caption="The next openings" columns={columns} rows={soonest} keyOf={({ listingId }) => listingId} />
      )}
    </Card>
  );
}

/** What the active run will do about a listing, or why not. */
function Outlook({ listing }: { listing: ListingItem }) {
  const { data: status } = useEnvironment();
  const armed = useArmed();
  if (status === undefined) {
    return <span className="muted">unknown: control has not answered</span>;
  }
  const order = armed.data?.find(({ listingId }) => listingId === listing.listingId);
  const { text, buys } = outlookOf(listing, status, order);
  return <span className={buys ? undefined : 'muted'}>{text}</span>;
}
