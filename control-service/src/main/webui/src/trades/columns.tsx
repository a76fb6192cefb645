import { Link } from 'wouter';
import type { OrderItem } from '@/api/generated/ledger';
import { quoteOf, signedPercent } from '@/format/decimal';
import { reasonText } from '@/format/words';
import { LatencyBadge, OrderBadge } from '@/ui/badges';
import { Decimal, roomFor } from '@/ui/Decimal';
import type { Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import styles from './columns.module.css';

/** The columns of a list of orders; numbers of a column align on their points. */
export function orderColumns(rows: readonly OrderItem[], to: (rest: string) => string): Column<OrderItem>[] {
  const room = {
    spent: roomFor(rows.map(({ filledAmount }) => filledAmount), 2),
    quantity: roomFor(rows.map(({ filledQuantity }) => filledQuantity)),
    price: roomFor(rows.map(({ averagePrice }) => averagePrice)),
  };
  return [
    { head: 'Time', cell: ({ createdAt }) => <Time at={createdAt} /> },
    { head: 'Pair', wrapping: true, cell: ({ clientOrderId, pair }) => <Link href={to(`trades/${clientOrderId}`)}>{pair}</Link> },
    { head: 'Kind', cell: ({ kind }) => <span className="muted">{kind}</span> },
    {
      head: 'Status and reason',
      cell: ({ status, reason }) => (
        <div className={styles['status']}>
          <OrderBadge status={status} />
          {reason !== undefined && <span className={styles['reason']}>{reasonText(reason)}</span>}
        </div>
      ),
    },
    {
      head: 'Spent',
      numeric: true,
      labelled: true,
      cell: ({ filledAmount, pair }) =>
        filledAmount !== undefined && <Decimal value={filledAmount} least={2} room={room.spent} unit={quoteOf(pair)} />,
    },
    {
      head: 'Quantity',
      numeric: true,
      labelled: true,
      cell: ({ filledQuantity }) => filledQuantity !== undefined && <Decimal value={filledQuantity} room={room.quantity} />,
    },
    {
      head: 'Average price',
      numeric: true,
      labelled: true,
      cell: ({ averagePrice }) => averagePrice !== undefined && <Decimal value={averagePrice} room={room.price} />,
    },
    {
      head: 'Paid over first trade',
      numeric: true,
      labelled: true,
      cell: ({ paidOverFirstTrade }) => paidOverFirstTrade !== undefined && signedPercent(paidOverFirstTrade),
    },
    { head: 'Latency', cell: ({ latencyMicros, badge }) => <LatencyBadge micros={latencyMicros} badge={badge} /> },
    {
      head: 'Run',
      labelled: true,
      cell: ({ runId }) => (
        <Link href={to(`runs/${runId}`)} className="mono">
          {runId.slice(0, 4)}
        </Link>
      ),
    },
  ];
}
