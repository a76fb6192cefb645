import { Link } from 'wouter';
import { useEnvironmentPath } from '@/api/environment';
import type { PositionItem } from '@/api/generated/ledger';
import { POSITION_HOLDERS, wordsOf } from '@/format/words';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { Page } from '@/ui/Page';
import { Pager } from '@/ui/Pager';
import { Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import { usePages } from '@/ui/usePages';
import { moneyColumns, runColumn } from './columns';
import { usePositions } from './queries';

/** What is held: of each pair how much, what it cost, and who will sell it. */
export default function PositionsPage() {
  const pages = usePages();
  const positions = usePositions('OPEN', pages.cursor);
  const to = useEnvironmentPath();
  const rows = positions.data?.items ?? [];
  const nextCursor = positions.data?.nextCursor;
  const columns: Column<PositionItem>[] = [
    {
      head: 'Pair',
      wrapping: true,
      cell: ({ pair }) => <Link href={to(`trades?pair=${encodeURIComponent(pair)}`)}>{pair}</Link>,
    },
    ...moneyColumns(rows),
    {
      head: 'Held by',
      cell: ({ heldBy }) => heldBy !== undefined && <span className="muted">{wordsOf(POSITION_HOLDERS, heldBy)}</span>,
    },
    { head: 'Opened', labelled: true, cell: ({ openedAt }) => <Time at={openedAt} /> },
    { head: 'Changed', labelled: true, cell: ({ changedAt }) => <Time at={changedAt} /> },
    runColumn(to),
  ];
  return (
    <Page title="Positions">
      <Card
        title="Open"
        count={pages.cursor === undefined && nextCursor === undefined && positions.data !== undefined ? rows.length : undefined}
        of={[positions]}
        who="the ledger"
        lines={6}
        flush
      >
        {rows.length === 0 ? (
          <Empty flush>Nothing is held.</Empty>
        ) : (
          <Table caption="Open positions, the newest first" columns={columns} rows={rows} keyOf={({ positionId }) => positionId} />
        )}
        <Pager pages={pages} of={positions} older={nextCursor === undefined ? undefined : () => pages.older(nextCursor)} />
      </Card>
    </Page>
  );
}
