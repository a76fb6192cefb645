import { Link } from 'wouter';
import { useEnvironmentPath } from '@/api/environment';
import type { ExitItem } from '@/api/generated/ledger';
import { quoteOf, signedPercent } from '@/format/decimal';
import { EXIT_STATUSES, wordsOf } from '@/format/words';
import { Card } from '@/ui/Card';
import { Decimal, roomFor } from '@/ui/Decimal';
import { Empty } from '@/ui/Empty';
import { Pager } from '@/ui/Pager';
import { Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import { usePages } from '@/ui/usePages';
import { runColumn } from '../columns';
import { useRunNames } from '../useRunNames';
import { useExits } from './queries';
import { causeText } from './texts';

/** Each exit: why it was made, at which price, and what came of it. */
export function ExitsCard() {
  const pages = usePages();
  const exits = useExits(pages.cursor);
  const columns = useColumns(exits.data?.items ?? []);
  const nextCursor = exits.data?.nextCursor;
  return (
    <Card title="Exits" of={[exits]} who="the ledger" lines={6} flush>
      {exits.data?.items.length === 0 ? (
        <Empty flush>Nothing was sold yet.</Empty>
      ) : (
        <Table caption="Exits, the newest first" columns={columns} rows={exits.data?.items ?? []} keyOf={({ exitId }) => exitId} />
      )}
      <Pager pages={pages} of={exits} older={nextCursor === undefined ? undefined : () => pages.older(nextCursor)} />
    </Card>
  );
}

function useColumns(rows: readonly ExitItem[]): Column<ExitItem>[] {
  const to = useEnvironmentPath();
  const runName = useRunNames();
  const room = { sold: roomFor(rows.map(({ sold }) => sold)), proceeds: roomFor(rows.map(({ proceeds }) => proceeds), 2) };
  return [
    { head: 'When', cell: ({ triggeredAt, firstSeen }) => <Time at={triggeredAt ?? firstSeen} /> },
    { head: 'Pair', cell: ({ pair, positionId }) => <Link href={to(`positions/${positionId}`)}>{pair}</Link> },
    { head: 'Why', wrapping: true, cell: causeText },
    { head: 'What came of it', wrapping: true, cell: ({ status }) => wordsOf(EXIT_STATUSES, status) },
    {
      head: 'Trigger price',
      numeric: true,
      labelled: true,
      cell: ({ triggerPrice }) => triggerPrice !== undefined && <Decimal value={triggerPrice} />,
    },
    { head: 'Sold', numeric: true, labelled: true, cell: ({ sold }) => <Decimal value={sold} room={room.sold} /> },
    {
      head: 'Proceeds',
      numeric: true,
      labelled: true,
      cell: ({ proceeds, pair }) => <Decimal value={proceeds} least={2} room={room.proceeds} unit={quoteOf(pair)} />,
    },
    {
      head: 'Over trigger',
      numeric: true,
      labelled: true,
      cell: ({ receivedOverTrigger }) => receivedOverTrigger !== undefined && signedPercent(receivedOverTrigger),
    },
    runColumn(to, runName),
  ];
}
