import { Link } from 'wouter';
import { useEnvironmentPath } from '@/api/environment';
import type { PositionItem } from '@/api/generated/ledger';
import { POSITION_HOLDERS, wordsOf } from '@/format/words';
import { Card } from '@/ui/Card';
import { Decimal, roomFor } from '@/ui/Decimal';
import { Empty } from '@/ui/Empty';
import { LinkButton } from '@/ui/LinkButton';
import { Table, type Column } from '@/ui/Table';
import { useOpenPositions } from './queries';

export function PositionsCard() {
  const positions = useOpenPositions();
  const rows = positions.data ?? [];
  const to = useEnvironmentPath();
  const room = { quantity: roomFor(rows.map(({ quantity }) => quantity)), cost: roomFor(rows.map(({ cost }) => cost), 2) };
  const columns: Column<PositionItem>[] = [
    { head: 'Pair', cell: ({ pair }) => <Link href={to(`trades?pair=${encodeURIComponent(pair)}`)}>{pair}</Link> },
    {
      head: 'Quantity',
      numeric: true,
      labelled: true,
      cell: ({ quantity }) => quantity !== undefined && <Decimal value={quantity} room={room.quantity} />,
    },
    {
      head: 'Cost',
      numeric: true,
      labelled: true,
      cell: ({ cost }) => cost !== undefined && <Decimal value={cost} least={2} room={room.cost} />,
    },
    { head: 'Held by', cell: ({ heldBy }) => heldBy !== undefined && <span className="muted">{wordsOf(POSITION_HOLDERS, heldBy)}</span> },
  ];
  return (
    <Card
      title="Positions"
      of={[positions]}
      who="the ledger"
      lines={2}
      flush
      aside={
        <LinkButton small to={to('positions')}>
          All
        </LinkButton>
      }
    >
      {rows.length === 0 ? (
        <Empty flush>Nothing is held.</Empty>
      ) : (
        <Table caption="Open positions" columns={columns} rows={rows} keyOf={({ positionId }) => positionId} />
      )}
    </Card>
  );
}
