import type { ReactNode } from 'react';
import { serverNow } from '@/api/clock';
import type { ListingItem, ListingPrice } from '@/api/generated/ledger';
import { compareDecimals } from '@/format/decimal';
import { microsBetween, millisOf } from '@/format/time';
import { Card } from '@/ui/Card';
import { Decimal, roomFor } from '@/ui/Decimal';
import { Empty } from '@/ui/Empty';
import { Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import { fromOpeningText } from '../parts';
import { usePrices } from '../queries';
import styles from './detail.module.css';

/** Prices are recorded around an opening only; long after it no more come. In milliseconds. */
const RECORDED = 3_600_000;

/** The prices around the opening: their range, and each of them on demand. */
export function PricesCard({ listing }: { listing: ListingItem }) {
  const { listingId, openingTime, openedAt } = listing;
  const opening = openingTime ?? openedAt;
  const prices = usePrices(listingId, openedAt !== undefined && serverNow() - millisOf(openedAt) > RECORDED);
  const items = prices.data?.items ?? [];
  return (
    <Card title="Prices around the opening" count={items.length} of={[prices]} who="the ledger" flush>
      {items.length === 0 ? (
        <Empty flush>No prices were recorded around this opening.</Empty>
      ) : (
        <>
          <Range prices={items} />
          <details>
            <summary className={styles['summary']}>
              {prices.data?.nextCursor === undefined ? 'Every price' : `The first ${items.length} prices`}
            </summary>
            <PriceTable prices={items} opening={opening} />
          </details>
        </>
      )}
    </Card>
  );
}

function Range({ prices }: { prices: readonly ListingPrice[] }) {
  const lasts = prices.flatMap(({ last }) => (last === undefined ? [] : [last]));
  const sorted = [...lasts].sort(compareDecimals);
  return (
    <p className={styles['range']}>
      <Named name="first traded" value={lasts[0]} />
      <Named name="highest" value={sorted.at(-1)} />
      <Named name="lowest" value={sorted[0]} />
      <Named name="last" value={lasts.at(-1)} />
    </p>
  );
}

function Named({ name, value }: { name: string; value: string | undefined }) {
  return (
    <span>
      <span className="label">{name}</span> <Price value={value} room={0} />
    </span>
  );
}

function Price({ value, room }: { value: string | undefined; room: number }): ReactNode {
  return value === undefined ? <span className="muted">none</span> : <Decimal value={value} room={room} />;
}

function PriceTable({ prices, opening }: { prices: readonly ListingPrice[]; opening: string | undefined }) {
  const room = roomFor(prices.flatMap(({ last, bid, ask }) => [last, bid, ask]));
  const columns: Column<ListingPrice>[] = [
    { head: 'At', cell: ({ at }) => <Time at={at} precise /> },
    {
      head: 'From the opening',
      numeric: true,
      cell: ({ at }) => (opening === undefined ? <span className="muted">unknown</span> : fromOpeningText(microsBetween(opening, at))),
    },
    { head: 'Traded', numeric: true, labelled: true, cell: ({ last }) => <Price value={last} room={room} /> },
    { head: 'Best bid', numeric: true, labelled: true, cell: ({ bid }) => <Price value={bid} room={room} /> },
    { head: 'Best offer', numeric: true, labelled: true, cell: ({ ask }) => <Price value={ask} room={room} /> },
  ];
  return <Table caption="Prices in the order of time" columns={columns} rows={prices} keyOf={({ at }) => at} />;
}
