import { Link } from 'wouter';
import { useEnvironmentPath } from '@/api/environment';
import type { ResultItem } from '@/api/generated/ledger';
import { LISTING_SOURCES, ORDER_STYLES, RESULTS_BY, wordsOf } from '@/format/words';
import { Card } from '@/ui/Card';
import { Decimal, roomFor } from '@/ui/Decimal';
import { Empty } from '@/ui/Empty';
import { Pager } from '@/ui/Pager';
import { Table, type Column } from '@/ui/Table';
import { usePages } from '@/ui/usePages';
import { useRunNames } from '../useRunNames';
import { useResults, type By } from './queries';
import { missingText } from './texts';

type Amounts = 'cost' | 'proceeds' | 'fees' | 'realised' | 'unrealised' | 'paidOverFirstTrade' | 'receivedOverTrigger';

/** Profit and loss as the ledger sums it, one row for each key and quote asset. Nothing is added here. */
export function ResultsCard({ by }: { by: By }) {
  const pages = usePages();
  const results = useResults(by, pages.cursor);
  const nameOf = useNames(by, results.data?.pairs);
  const rows = results.data?.items ?? [];
  const nextCursor = results.data?.nextCursor;
  const columns: Column<ResultItem>[] = [
    { head: headOf(by), wrapping: true, cell: ({ key }) => nameOf(key) },
    ...(by === 'position' ? [] : [{ head: 'Positions', numeric: true, labelled: true, cell: countText }]),
    amount(rows, 'Cost', 'cost'),
    amount(rows, 'Proceeds', 'proceeds'),
    amount(rows, 'Fees', 'fees'),
    amount(rows, 'Realised', 'realised'),
    ...(by === 'day' ? [] : [amount(rows, 'Unrealised', 'unrealised')]),
    amount(rows, 'Paid over first trade', 'paidOverFirstTrade'),
    amount(rows, 'Received over trigger', 'receivedOverTrigger'),
    { head: 'Not in these', wrapping: true, cell: (row) => <span className="muted">{missingText(row)}</span> },
  ];
  return (
    <Card title={`Profit and loss by ${wordsOf(RESULTS_BY, by)}`} of={[results]} who="the ledger" lines={6} flush>
      {rows.length === 0 ? (
        <Empty flush>No position was opened here.</Empty>
      ) : (
        <Table
          caption="What positions have brought, the latest first"
          columns={columns}
          rows={rows}
          keyOf={({ key, quote }) => `${key} ${quote}`}
        />
      )}
      <Pager pages={pages} of={results} older={nextCursor === undefined ? undefined : () => pages.older(nextCursor)} />
    </Card>
  );
}

function headOf(by: By): string {
  const words = wordsOf(RESULTS_BY, by);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a key is called: a position by its pair, a run by its configuration. */
function useNames(by: By, pairs: ReadonlyMap<string, string> | undefined): (key: string) => React.ReactNode {
  const to = useEnvironmentPath();
  const runName = useRunNames();
  switch (by) {
    case 'run':
      return (key) => <Link href={to(`runs/${key}`)}>{runName(key)}</Link>;
    case 'position':
      return (key) => <Link href={to(`positions/${key}`)}>{pairs?.get(key) ?? key.slice(0, 8)}</Link>;
    case 'source':
      return (key) => wordsOf({ ...LISTING_SOURCES, UNKNOWN: 'unknown' }, key);
    case 'style':
      return (key) => wordsOf({ ...ORDER_STYLES, UNKNOWN: 'unknown' }, key);
    case 'day':
      return (key) => key;
  }
}

function countText({ positions, open }: ResultItem): string {
  return open === undefined || open === 0 ? `${positions}` : `${positions}, ${open} open`;
}

function amount(rows: readonly ResultItem[], head: string, name: Amounts): Column<ResultItem> {
  const room = roomFor(rows.map((row) => row[name]), 2);
  return {
    head,
    numeric: true,
    labelled: true,
    cell: ({ [name]: value, quote }) =>
      value === undefined ? <span className="muted">unknown</span> : <Decimal value={value} least={2} room={room} unit={quote} />,
  };
}
