import { Link } from 'wouter';
import { useEnvironmentPath } from '@/api/environment';
import type { OrderItem } from '@/api/generated/ledger';
import { quoteOf } from '@/format/decimal';
import { LatencyBadge, OrderBadge } from '@/ui/badges';
import { Card } from '@/ui/Card';
import { Decimal, roomFor } from '@/ui/Decimal';
import { Empty } from '@/ui/Empty';
import { LinkButton } from '@/ui/LinkButton';
import { Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import { useLastTrades } from './queries';

export function TradesCard() {
  const trades = useLastTrades();
  const rows = trades.data ?? [];
  const to = useEnvironmentPath();
  const room = roomFor(rows.map(({ filledAmount }) => filledAmount), 2);
  const columns: Column<OrderItem>[] = [
    { head: 'Time', cell: ({ createdAt }) => <Time at={createdAt} /> },
    { head: 'Pair', cell: ({ clientOrderId, pair }) => <Link href={to(`trades/${clientOrderId}`)}>{pair}</Link> },
    { head: 'Kind', cell: ({ kind }) => <span className="muted">{kind}</span> },
    { head: 'Status', cell: ({ status }) => <OrderBadge status={status} /> },
    {
      head: 'Spent',
      numeric: true,
      cell: ({ filledAmount, pair }) =>
        filledAmount !== undefined && <Decimal value={filledAmount} least={2} room={room} unit={quoteOf(pair)} />,
    },
    { head: 'Latency', cell: ({ latencyMicros, badge }) => <LatencyBadge micros={latencyMicros} badge={badge} /> },
  ];
  return (
    <Card
      title="Last trades"
      of={[trades]}
      who="the ledger"
      lines={6}
      flush
      aside={
        <LinkButton small to={to('trades')}>
          All
        </LinkButton>
      }
    >
      {rows.length === 0 ? (
        <Empty flush>No trades yet.</Empty>
      ) : (
        <Table caption="The last trades" columns={columns} rows={rows} keyOf={({ clientOrderId }) => clientOrderId} />
      )}
    </Card>
  );
}
