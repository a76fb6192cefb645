import { Link } from 'wouter';
import { useEnvironmentPath } from '@/api/environment';
import type { SellItem } from '@/api/generated/ledger';
import { quoteOf } from '@/format/decimal';
import { microsText } from '@/format/duration';
import { EXIT_CAUSES, ORDER_STATUSES, reasonText, wordsOf } from '@/format/words';
import { Card } from '@/ui/Card';
import { Decimal, roomFor } from '@/ui/Decimal';
import { Empty } from '@/ui/Empty';
import { Pager } from '@/ui/Pager';
import { Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import { usePages } from '@/ui/usePages';
import { runColumn } from '../columns';
import { useRunNames } from '../useRunNames';
import { useSells } from './queries';

/** Each order that sells: of which exit, what the exchange made of it, and how long that took. */
export function SellsCard() {
  const pages = usePages();
  const sells = useSells(pages.cursor);
  const columns = useColumns(sells.data?.items ?? []);
  const nextCursor = sells.data?.nextCursor;
  return (
    <Card title="Sells" of={[sells]} who="the ledger" lines={6} flush>
      {sells.data?.items.length === 0 ? (
        <Empty flush>No order that sells was sent yet.</Empty>
      ) : (
        <Table
          caption="Orders that sell, the newest first"
          columns={columns}
          rows={sells.data?.items ?? []}
          keyOf={({ clientOrderId }) => clientOrderId}
        />
      )}
      <Pager pages={pages} of={sells} older={nextCursor === undefined ? undefined : () => pages.older(nextCursor)} />
    </Card>
  );
}

function useColumns(rows: readonly SellItem[]): Column<SellItem>[] {
  const to = useEnvironmentPath();
  const runName = useRunNames();
  const room = {
    quantity: roomFor(rows.map(({ filledQuantity }) => filledQuantity)),
    amount: roomFor(rows.map(({ filledAmount }) => filledAmount), 2),
    price: roomFor(rows.map(({ averagePrice }) => averagePrice)),
  };
  return [
    { head: 'When', cell: ({ createdAt }) => <Time at={createdAt} /> },
    { head: 'Pair', cell: ({ pair, positionId }) => <Link href={to(`positions/${positionId}`)}>{pair}</Link> },
    { head: 'Exit', wrapping: true, cell: ({ cause }) => cause !== undefined && wordsOf(EXIT_CAUSES, cause) },
    { head: 'Status', cell: ({ status }) => wordsOf(ORDER_STATUSES, status) },
    {
      head: 'Sold',
      numeric: true,
      labelled: true,
      cell: ({ filledQuantity }) => filledQuantity !== undefined && <Decimal value={filledQuantity} room={room.quantity} />,
    },
    {
      head: 'Proceeds',
      numeric: true,
      labelled: true,
      cell: ({ filledAmount, pair }) =>
        filledAmount !== undefined && <Decimal value={filledAmount} least={2} room={room.amount} unit={quoteOf(pair)} />,
    },
    {
      head: 'Average price',
      numeric: true,
      labelled: true,
      cell: ({ averagePrice }) => averagePrice !== undefined && <Decimal value={averagePrice} room={room.price} />,
    },
    {
      head: 'Price → order',
      numeric: true,
      labelled: true,
      cell: ({ latencyMicros }) => latencyMicros !== undefined && microsText(latencyMicros),
    },
    {
      head: 'Why not',
      wrapping: true,
      cell: ({ reason, detail }) => [...(reason === undefined ? [] : [reasonText(reason)]), ...(detail === undefined ? [] : [detail])].join(': '),
    },
    runColumn(to, runName),
  ];
}
