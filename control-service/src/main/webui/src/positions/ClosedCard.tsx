import { useEnvironmentPath } from '@/api/environment';
import type { PositionItem } from '@/api/generated/ledger';
import { quoteOf } from '@/format/decimal';
import { Card } from '@/ui/Card';
import { Decimal, roomFor } from '@/ui/Decimal';
import { Empty } from '@/ui/Empty';
import { Pager } from '@/ui/Pager';
import { Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import { usePages } from '@/ui/usePages';
import { runColumn } from './columns';
import { usePositions } from './queries';

/** Positions that hold nothing any more, with what their sale brought. Nothing is summed here: the ledger does not. */
export function ClosedCard() {
  const pages = usePages();
  const positions = usePositions('CLOSED', pages.cursor);
  const to = useEnvironmentPath();
  const rows = positions.data?.items ?? [];
  const nextCursor = positions.data?.nextCursor;
  const room = { cost: roomFor(rows.map(({ cost }) => cost), 2), proceeds: roomFor(rows.map(({ proceeds }) => proceeds), 2) };
  const columns: Column<PositionItem>[] = [
    { head: 'Pair', wrapping: true, cell: ({ pair }) => pair },
    {
      head: 'Cost',
      numeric: true,
      labelled: true,
      cell: ({ cost, pair }) => cost !== undefined && <Decimal value={cost} least={2} room={room.cost} unit={quoteOf(pair)} />,
    },
    {
      head: 'Proceeds',
      numeric: true,
      labelled: true,
      cell: ({ proceeds, pair }) =>
        proceeds !== undefined && <Decimal value={proceeds} least={2} room={room.proceeds} unit={quoteOf(pair)} />,
    },
    { head: 'Opened', labelled: true, cell: ({ openedAt }) => <Time at={openedAt} /> },
    { head: 'Closed', labelled: true, cell: ({ closedAt }) => closedAt !== undefined && <Time at={closedAt} /> },
    runColumn(to),
  ];
  return (
    <Card title="Closed positions" of={[positions]} who="the ledger" lines={3} flush>
      {rows.length === 0 ? (
        <Empty flush>No position was closed yet. What is held is under Positions.</Empty>
      ) : (
        <Table caption="Closed positions" columns={columns} rows={rows} keyOf={({ positionId }) => positionId} />
      )}
      <Pager pages={pages} of={positions} older={nextCursor === undefined ? undefined : () => pages.older(nextCursor)} />
    </Card>
  );
}
