import { Link } from 'wouter';
import { useEnvironmentPath } from '@/api/environment';
import type { PositionStatus } from '@/api/generated/control';
import type { PositionItem } from '@/api/generated/ledger';
import { decimalText } from '@/format/decimal';
import { EXIT_CAUSES, POSITION_HOLDERS, wordsOf } from '@/format/words';
import { Card } from '@/ui/Card';
import { Decimal } from '@/ui/Decimal';
import { Empty } from '@/ui/Empty';
import { Page } from '@/ui/Page';
import { Pager } from '@/ui/Pager';
import { Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import { usePages } from '@/ui/usePages';
import { moneyColumns, resultColumns, runColumn } from './columns';
import { useOpenPositions, usePositions } from './queries';
import { SellEverything } from './SellEverything';
import { useRunNames } from './useRunNames';

/** What is held: of each pair how much, what it cost, what it has brought, and who will sell it. */
export default function PositionsPage() {
  const pages = usePages();
  const positions = usePositions('OPEN', pages.cursor);
  const open = useOpenPositions();
  const to = useEnvironmentPath();
  const runName = useRunNames();
  const known = new Map((open.data ?? []).map((position) => [position.positionId, position]));
  const rows = positions.data?.items ?? [];
  const nextCursor = positions.data?.nextCursor;
  const columns: Column<PositionItem>[] = [
    {
      head: 'Pair',
      wrapping: true,
      cell: ({ pair, positionId }) => <Link href={to(`positions/${positionId}`)}>{pair}</Link>,
    },
    ...moneyColumns(rows),
    ...resultColumns(rows),
    {
      head: 'Best bid',
      numeric: true,
      labelled: true,
      cell: ({ positionId }) => {
        const mark = known.get(positionId)?.mark;
        return mark?.bid === undefined ? <span className="muted">unknown</span> : <Decimal value={mark.bid} />;
      },
    },
    {
      head: 'Next',
      wrapping: true,
      labelled: true,
      cell: ({ positionId }) => <NextTriggers position={known.get(positionId)} />,
    },
    {
      head: 'Held by',
      cell: ({ heldBy }) => heldBy !== undefined && <span className="muted">{wordsOf(POSITION_HOLDERS, heldBy)}</span>,
    },
    { head: 'Opened', labelled: true, cell: ({ openedAt }) => <Time at={openedAt} /> },
    { head: 'Changed', labelled: true, cell: ({ changedAt }) => <Time at={changedAt} /> },
    runColumn(to, runName),
  ];
  return (
    <Page title="Positions" actions={<SellEverything open={open} />}>
      <Card
        title="Open"
        count={pages.cursor === undefined && nextCursor === undefined && positions.data !== undefined ? rows.length : undefined}
        of={[positions, open]}
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

/** The prices that trigger next, and how many exits are under way. */
function NextTriggers({ position }: { position: PositionStatus | undefined }) {
  const next = position?.mark?.next ?? [];
  const underWay = position?.exits.filter(({ end }) => end === undefined).length ?? 0;
  if (next.length === 0 && underWay === 0) {
    return <span className="muted">no plan price</span>;
  }
  const parts = next.map(({ cause, price }) => `${wordsOf(EXIT_CAUSES, cause)} ${decimalText(price)}`);
  return <>{[...(underWay > 0 ? [`${underWay} under way`] : []), ...parts].join(', ')}</>;
}
