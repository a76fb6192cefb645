import type { ListingEvidence, ListingItem } from '@/api/generated/ledger';
import type { Polled } from '@/api/usePolled';
import { microsText } from '@/format/duration';
import { LISTING_SOURCES, wordsOf } from '@/format/words';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import { lagOf } from '../openings';
import { fromOpeningText } from '../parts';

/** What a source reported, by the message that says so. */
const TYPES: Readonly<Record<string, string>> = {
  ListingAnnounced: 'announced it',
  ListingRescheduled: 'stated another opening',
  ListingQualified: 'examined it',
  ListingWithdrawn: 'withdrew it',
  ListingEvidenceWithdrawn: 'took its announcement back',
  TradingOpened: 'saw it open',
};

/** Who reported what, and how much later than the first source and than the opening. */
export function EvidenceCard({ listing, of }: { listing: ListingItem; of: Polled<ListingItem> }) {
  const { evidence, openingTime, openedAt } = listing;
  const first = evidence[0]?.at ?? listing.firstSeen;
  const opening = openingTime ?? openedAt;
  const columns: Column<ListingEvidence>[] = [
    { head: 'At', cell: ({ at }) => <Time at={at} precise /> },
    { head: 'Source', cell: ({ source }) => wordsOf(LISTING_SOURCES, source) },
    { head: 'What it said', wrapping: true, cell: (item) => <WhatSaid item={item} /> },
    { head: 'Opening stated', labelled: true, cell: ({ openingTime: at }) => (at === undefined ? <span className="muted">none</span> : <Time at={at} />) },
    { head: 'Behind the first source', labelled: true, numeric: true, cell: ({ at }) => firstText(lagOf(at, first, opening).afterFirst) },
    { head: 'From the opening', labelled: true, numeric: true, cell: ({ at }) => <FromOpening micros={lagOf(at, first, opening).fromOpening} /> },
  ];
  return (
    <Card title="Evidence" count={evidence.length} of={[of]} who="the ledger" flush>
      {evidence.length === 0 ? (
        <Empty flush>No source has reported anything of it.</Empty>
      ) : (
        <Table caption="Evidence, in the order in which it came" columns={columns} rows={evidence} keyOf={keyOf} />
      )}
    </Card>
  );
}

function keyOf({ type, source, at }: ListingEvidence): string {
  return `${type} ${source} ${at}`;
}

function firstText(micros: number): string {
  return micros === 0 ? 'first' : microsText(micros);
}

function FromOpening({ micros }: { micros: number | undefined }) {
  return micros === undefined ? <span className="muted">unknown</span> : <>{fromOpeningText(micros)}</>;
}

function WhatSaid({ item: { type, by, reason } }: { item: ListingEvidence }) {
  return (
    <>
      {wordsOf(TYPES, type)}
      {by !== undefined && <span className="muted"> by {by}</span>}
      {reason !== undefined && <span className="muted">: {reason}</span>}
    </>
  );
}
