import { Link } from 'wouter';
import { serverNow } from '@/api/clock';
import { useEnvironment, useEnvironmentPath } from '@/api/environment';
import type { ListingItem } from '@/api/generated/ledger';
import { amountText, quoteOf } from '@/format/decimal';
import { reasonText } from '@/format/words';
import { Countdown } from '@/ui/Age';
import { VerdictBadge } from '@/ui/badges';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import { decisionOf, nextOpenings } from './openings';
import { useAnnounced, useArmed } from './queries';

export function OpeningsCard() {
  const announced = useAnnounced();
  const openings = nextOpenings(announced.data ?? [], serverNow());
  const to = useEnvironmentPath();
  const columns: Column<ListingItem>[] = [
    { head: 'Opens in', cell: ({ openingTime }) => openingTime !== undefined && <Countdown to={openingTime} /> },
    { head: 'Pair', cell: ({ listingId, pair }) => <Link href={to(`listings/${listingId}`)}>{pair}</Link> },
    { head: 'Opening', cell: ({ openingTime }) => openingTime !== undefined && <Time at={openingTime} /> },
    { head: 'Verdict', cell: ({ verdict }) => (verdict === undefined ? <span className="muted">not examined yet</span> : <VerdictBadge verdict={verdict} />) },
    { head: 'What becomes of it', wrapping: true, cell: (listing) => <Outlook listing={listing} /> },
  ];
  return (
    <Card title="Next openings" count={openings.length} of={[announced]} who="the ledger" lines={4} flush>
      {openings.length === 0 ? (
        <Empty flush>No opening is announced.</Empty>
      ) : (
        <Table caption="The next openings" columns={columns} rows={openings} keyOf={({ listingId }) => listingId} />
      )}
    </Card>
  );
}

/** What the active run will do about a listing, or why not. */
function Outlook({ listing }: { listing: ListingItem }) {
  const { data: status } = useEnvironment();
  const armed = useArmed();
  const order = armed.data?.find(({ listingId }) => listingId === listing.listingId);
  const decision = decisionOf(listing, status?.activeRun?.runId);
  if (order?.quoteAmount !== undefined) {
    return <>armed, {amountText(order.quoteAmount, quoteOf(order.pair))}</>;
  }
  if (listing.verdict === 'DISQUALIFIED') {
    return <span className="muted">{listing.reasons.map(reasonText).join(', ')}</span>;
  }
  if (status?.activeRun === undefined) {
    return <span className="muted">no run is active</span>;
  }
  if (decision === undefined) {
    return <span className="muted">not decided yet</span>;
  }
  return decision.reason === undefined ? (
    <>will be bought</>
  ) : (
    <span className="muted">left out: {reasonText(decision.reason)}</span>
  );
}
