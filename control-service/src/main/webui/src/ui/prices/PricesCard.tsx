import { lazy, Suspense, useMemo } from 'react';
import type { ListingPrice, OrderItem } from '@/api/generated/ledger';
import type { Polled } from '@/api/usePolled';
import { compareDecimals } from '@/format/decimal';
import { microsText } from '@/format/duration';
import { microsBetween, type Timestamp } from '@/format/time';
import { Card } from '../Card';
import { Decimal, roomFor } from '../Decimal';
import { Empty } from '../Empty';
import { Table, type Column } from '../Table';
import { Time } from '../Time';
import { marksOf, seriesOf, type OrderMark } from './prices';
import styles from './PricesCard.module.css';
import { usePrices } from './usePrices';

/** The library that draws is a chunk of its own: most pages need none. */
const PriceChart = lazy(() => import('./PriceChart'));

export interface PricesCardProps {
  listingId: string;
  pair: string;
  /** The opening, to which times are relative. */
  zero: Timestamp;
  /** Our orders for the listing. */
  orders: Polled<readonly OrderItem[]>;
}

/** The price around an opening, with our orders on it: drawn, in a few words, and every number on demand. */
export function PricesCard({ listingId, pair, zero, orders }: PricesCardProps) {
  const prices = usePrices(listingId, zero);
  const series = useMemo(() => seriesOf(prices.data ?? [], zero), [prices.data, zero]);
  const marks = useMemo(() => marksOf(orders.data ?? [], zero), [orders.data, zero]);
  const rows = prices.data ?? [];
  return (
    <Card title="Price around the opening" of={[prices, orders]} who="the ledger" lines={8}>
      {rows.length === 0 ? (
        <Empty>No prices were recorded around this opening.</Empty>
      ) : (
        <>
          <Extremes rows={rows} />
          <Suspense fallback={<div aria-busy="true" className={styles['place']} />}>
            <PriceChart series={series} marks={marks} zero={zero} pair={pair} />
          </Suspense>
          <Legend marks={marks} />
          <details className={styles['numbers']}>
            <summary>The {rows.length} prices as numbers</summary>
            <Numbers rows={rows} zero={zero} />
          </details>
        </>
      )}
    </Card>
  );
}

/** Where the trades began, how far they went, and where they stood last. */
function Extremes({ rows }: { rows: readonly ListingPrice[] }) {
  const traded = rows.flatMap(({ last }) => (last === undefined ? [] : [last]));
  const sorted = [...traded].sort(compareDecimals);
  const named = [
    ['first traded', traded[0]],
    ['highest', sorted.at(-1)],
    ['lowest', sorted[0]],
    ['last', traded.at(-1)],
  ] as const;
  return (
    <p className={styles['extremes']}>
      {named.map(([name, value]) => (
        <span key={name}>
          <span className="label">{name}</span> {value === undefined ? <span className="muted">none</span> : <Decimal value={value} />}
        </span>
      ))}
    </p>
  );
}

function Legend({ marks }: { marks: readonly OrderMark[] }) {
  return (
    <ul className={styles['legend']}>
      <li>
        <span aria-hidden className={styles['last']} /> last trade
      </li>
      <li>
        <span aria-hidden className={styles['ask']} /> best offer
      </li>
      {marks.map(({ letter, text, at }) => (
        <li key={letter}>
          <span aria-hidden className={styles['diamond']} />
          <strong>{letter}</strong> {text}, <Time at={at} precise />
        </li>
      ))}
    </ul>
  );
}

function Numbers({ rows, zero }: { rows: readonly ListingPrice[]; zero: Timestamp }) {
  const price = (name: 'last' | 'bid' | 'ask', head: string): Column<ListingPrice> => {
    const room = roomFor(rows.map((row) => row[name]));
    return {
      head,
      numeric: true,
      labelled: true,
      cell: ({ [name]: value }) => (value === undefined ? <span className="muted">none stated</span> : <Decimal value={value} room={room} />),
    };
  };
  const columns: Column<ListingPrice>[] = [
    { head: 'Time', cell: ({ at }) => <Time at={at} precise /> },
    { head: 'From the opening', numeric: true, cell: ({ at }) => <span className="muted">{microsText(microsBetween(zero, at))}</span> },
    price('last', 'Last trade'),
    price('bid', 'Best bid'),
    price('ask', 'Best offer'),
  ];
  return <Table caption="Prices around the opening" columns={columns} rows={rows} keyOf={({ at }) => at} />;
}
