import { Link } from 'wouter';
import { useEnvironmentPath } from '@/api/environment';
import type { OrderItem } from '@/api/generated/ledger';
import { quoteOf } from '@/format/decimal';
import { Countdown } from '@/ui/Age';
import { Card } from '@/ui/Card';
import { Decimal } from '@/ui/Decimal';
import { Empty } from '@/ui/Empty';
import { Table, type Column } from '@/ui/Table';
import { useArmed } from './queries';

export function ArmedCard() {
  const armed = useArmed();
  const to = useEnvironmentPath();
  const columns: Column<OrderItem>[] = [
    { head: 'Pair', cell: ({ clientOrderId, pair }) => <Link href={to(`trades/${clientOrderId}`)}>{pair}</Link> },
    {
      head: 'Amount',
      numeric: true,
      cell: ({ quoteAmount, pair }) => quoteAmount !== undefined && <Decimal value={quoteAmount} least={2} unit={quoteOf(pair)} />,
    },
    { head: 'Order', cell: ({ orderType }) => orderType },
    { head: 'In', numeric: true, cell: ({ timeline }) => timeline.openingTime !== undefined && <Countdown to={timeline.openingTime} /> },
  ];
  return (
    <Card title="Armed" count={armed.data?.length} of={[armed]} who="the ledger" lines={1} flush>
      {armed.data?.length === 0 ? (
        <Empty flush>Nothing is armed; arming begins minutes before an opening.</Empty>
      ) : (
        <Table caption="Armed buys" columns={columns} rows={armed.data ?? []} keyOf={({ clientOrderId }) => clientOrderId} />
      )}
    </Card>
  );
}
