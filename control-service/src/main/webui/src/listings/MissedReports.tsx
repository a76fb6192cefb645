import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useEnvironmentPath } from '@/api/environment';
import type { MissedListing, MissedReport } from '@/api/generated/ledger';
import { MISSED_CAUSES, reasonText, wordsOf } from '@/format/words';
import { Badge } from '@/ui/Badge';
import { Card } from '@/ui/Card';
import { Decimal } from '@/ui/Decimal';
import { Empty } from '@/ui/Empty';
import { Pager } from '@/ui/Pager';
import { Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import { usePages } from '@/ui/usePages';
import styles from './ListingsPage.module.css';
import { useMissed, useReports } from './queries';

/** Hour by hour what opened and was not bought, why, and by whose doing. */
export function MissedReports() {
  const pages = usePages();
  const reports = useReports(pages.cursor);
  const missed = useMissed(reports.data?.items);
  const items = reports.data?.items ?? [];
  const next = reports.data?.nextCursor;
  return (
    <div className={styles['cards']}>
      {items.length === 0 ? (
        <Card title="Missed listings" of={[reports]} who="the ledger" lines={6}>
          <Empty>No hour has been reported of yet. A report comes after the end of each hour.</Empty>
        </Card>
      ) : (
        items.map((report) => (
          <Card key={report.reportId} title={hourText(report.hour)} of={[reports, missed]} who="the ledger" flush>
            <Hour report={report} missed={(missed.data ?? []).filter(({ reportId }) => reportId === report.reportId)} />
          </Card>
        ))
      )}
      <Pager pages={pages} of={reports} older={next === undefined ? undefined : () => pages.older(next)} />
    </div>
  );
}

/** The hour of a report, as the record has it: its day and its begin in UTC. */
function hourText(hour: string): string {
  return `${hour.slice(0, 10)} ${hour.slice(11, 16)}Z, one hour`;
}

function Hour({ report, missed }: { report: MissedReport; missed: readonly MissedListing[] }) {
  const { opened, bought, missed: count, ours } = report;
  return (
    <>
      <Empty flush>
        <span className={styles['hour']}>
          <span>{opened} opened</span>
          <span>{bought} bought</span>
          <span>{count} not bought</span>
          <span>{ours} by our fault</span>
        </span>
        {count === 0 && (opened === 0 ? 'Nothing opened in this hour.' : 'Every opening of this hour was bought or not wanted.')}
      </Empty>
      {missed.length > 0 && (
        <Table caption={`Missed in the hour from ${report.hour}`} columns={COLUMNS} rows={missed} keyOf={({ missedId }) => missedId} />
      )}
    </>
  );
}

const COLUMNS: readonly Column<MissedListing>[] = [
  { head: 'Opened', cell: ({ openedAt }) => <Time at={openedAt} /> },
  { head: 'Pair', cell: (row) => <PairLink row={row} /> },
  { head: 'Whose doing', cell: ({ cause }) => <Cause cause={cause} /> },
  { head: 'Why', wrapping: true, cell: (row) => whyText(row) },
  { head: 'First minute', wrapping: true, labelled: true, cell: (row) => <FirstMinute row={row} /> },
];

function PairLink({ row: { listingId, pair } }: { row: MissedListing }) {
  const to = useEnvironmentPath();
  return <Link href={to(`listings/${listingId}`)}>{pair}</Link>;
}

function Cause({ cause }: { cause: string }) {
  const words = wordsOf(MISSED_CAUSES, cause);
  return cause === 'OURS' ? (
    <Badge tone="bad" shape="bad">
      {words}
    </Badge>
  ) : (
    <Badge tone={cause === 'EXCHANGE' ? 'warn' : 'muted'} shape={cause === 'EXCHANGE' ? 'refused' : 'neutral'}>
      {words}
    </Badge>
  );
}

function whyText({ reason, detail, exchangeCode }: MissedListing): string {
  const parts = [reasonText(reason), detail, exchangeCode === undefined ? undefined : `code ${exchangeCode} of the exchange`];
  return parts.filter((part) => part !== undefined).join('; ');
}

/** What the price did in the minute from the opening on. */
function FirstMinute({ row: { firstMinute } }: { row: MissedListing }) {
  if (firstMinute === undefined) {
    return <span className="muted">no price was seen</span>;
  }
  const { first, high, low, last, highPercent, lowPercent, lastPercent } = firstMinute;
  return (
    <span className={styles['prices']}>
      <Part name="first">
        <Decimal value={first} />
      </Part>
      <Part name="high" percent={highPercent}>
        <Decimal value={high} />
      </Part>
      <Part name="low" percent={lowPercent}>
        <Decimal value={low} />
      </Part>
      <Part name="last" percent={lastPercent}>
        <Decimal value={last} />
      </Part>
    </span>
  );
}

function Part({ name, percent, children }: { name: string; percent?: string | undefined; children: ReactNode }) {
  return (
    <span className="nowrap">
      <span className="label">{name}</span> {children}
      {percent !== undefined && <span className="muted"> ({signed(percent)} %)</span>}
    </span>
  );
}

/** The sign of a change stands also where it is a rise. */
function signed(percent: string): string {
  return percent.startsWith('-') ? `\u2212${percent.slice(1)}` : `+${percent}`;
}
