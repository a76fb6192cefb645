import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { useEnvironmentPath } from '@/api/environment';
import type { ListingItem } from '@/api/generated/ledger';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { TextField } from '@/ui/Field';
import { Pager } from '@/ui/Pager';
import { Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import { usePages } from '@/ui/usePages';
import styles from './ListingsPage.module.css';
import { seenLag } from './openings';
import { Became, fromOpeningText, Sources } from './parts';
import { usePast } from './queries';

const PAIR = /^[^/\s]{1,60}\/[^/\s]{1,60}$/;

/** What has opened or was withdrawn, the newest first, and what became of each. */
export function PastCard() {
  const pages = usePages();
  const [search, setSearch] = useSearchParams();
  const pair = search.get('pair') ?? undefined;
  const past = usePast(pair, pages.cursor);
  const rows = past.data?.items ?? [];
  const next = past.data?.nextCursor;
  const show = (wanted: string): void => setSearch({ when: 'past', ...(wanted === '' ? {} : { pair: wanted }) });
  return (
    <>
      <PairFilter key={pair ?? ''} pair={pair ?? ''} show={show} />
      <Card title="Past openings" of={[past]} who="the ledger" lines={8} flush>
        {rows.length === 0 ? (
          <Empty flush action={pair === undefined ? undefined : <Button onPress={() => show('')}>Show all pairs</Button>}>
            {pair === undefined ? 'Nothing has opened yet.' : `No opening of ${pair} is recorded.`}
          </Empty>
        ) : (
          <PastTable rows={rows} />
        )}
        <Pager pages={pages} of={past} older={next === undefined ? undefined : () => pages.older(next)} />
      </Card>
    </>
  );
}

function PastTable({ rows }: { rows: readonly ListingItem[] }) {
  const to = useEnvironmentPath();
  const columns: Column<ListingItem>[] = [
    { head: 'First seen', cell: ({ firstSeen }) => <Time at={firstSeen} /> },
    { head: 'Pair', cell: ({ listingId, pair }) => <Link href={to(`listings/${listingId}`)}>{pair}</Link> },
    { head: 'Opened', labelled: true, cell: (listing) => <Opened listing={listing} /> },
    { head: 'Seen', labelled: true, numeric: true, cell: (listing) => <Lag listing={listing} /> },
    { head: 'Sources', wrapping: true, labelled: true, cell: (listing) => <Sources listing={listing} /> },
    { head: 'What became of it', wrapping: true, cell: (listing) => <Became listing={listing} /> },
  ];
  return <Table caption="Past openings, the newest first" columns={columns} rows={rows} keyOf={({ listingId }) => listingId} />;
}

function Opened({ listing: { openedAt, openingTime, withdrawnAt } }: { listing: ListingItem }) {
  const at = openingTime !== undefined && openedAt !== undefined ? openingTime : openedAt;
  if (at !== undefined) {
    return <Time at={at} />;
  }
  return withdrawnAt === undefined ? <span className="muted">not recorded</span> : (
    <>
      withdrawn <Time at={withdrawnAt} />
    </>
  );
}

/** How long after the opening it was seen; a surprise has no opening to measure from. */
function Lag({ listing }: { listing: ListingItem }) {
  const lag = seenLag(listing);
  if (listing.openedAt === undefined) {
    return <span className="muted">never opened</span>;
  }
  return lag === undefined ? <span className="muted">surprise</span> : <>{fromOpeningText(lag)}</>;
}

/** Enter applies it, and so does leaving the field. */
function PairFilter({ pair, show }: { pair: string; show: (pair: string) => void }) {
  const [typed, setTyped] = useState(pair);
  const wanted = typed.trim().toUpperCase();
  const wrong = wanted !== '' && !PAIR.test(wanted);
  const apply = (): void => {
    if (!wrong && wanted !== pair) {
      show(wanted);
    }
  };
  return (
    <div className={styles['filter']} onBlur={apply} onKeyDown={(event) => event.key === 'Enter' && apply()}>
      <TextField
        label="Pair"
        value={typed}
        placeholder="NEWT/USDT"
        maxLength={121}
        error={wrong ? 'Write it as NEWT/USDT' : undefined}
        onChange={setTyped}
      />
    </div>
  );
}
