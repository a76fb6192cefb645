import { Link } from 'wouter';
import { useEnvironmentPath } from '@/api/environment';
import type { ListingDecision, ListingItem } from '@/api/generated/ledger';
import type { Polled } from '@/api/usePolled';
import { CONFIDENCES, LISTING_OUTCOMES, LISTING_SOURCES, reasonText, wordsOf } from '@/format/words';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';

/** What each run decided about it, by what source, and why. */
export function DecisionsCard({ listing, of }: { listing: ListingItem; of: Polled<ListingItem> }) {
  const { decisions } = listing;
  const to = useEnvironmentPath();
  const columns: Column<ListingDecision>[] = [
    { head: 'Decided', cell: ({ decidedAt }) => <Time at={decidedAt} precise /> },
    { head: 'Run', labelled: true, cell: ({ runId }) => <Link href={to(`runs/${runId}`)}>{runId.slice(0, 4)}</Link> },
    { head: 'Decision', wrapping: true, cell: (decision) => <Decided decision={decision} /> },
    { head: 'By the source', labelled: true, cell: ({ source, confidence }) => sourceText(source, confidence) },
    { head: 'Deadline', labelled: true, cell: ({ deadline }) => (deadline === undefined ? <span className="muted">none</span> : <Time at={deadline} precise />) },
  ];
  return (
    <Card title="Decisions" count={decisions.length} of={[of]} who="the ledger" flush>
      {decisions.length === 0 ? (
        <Empty flush>No run has decided anything about it.</Empty>
      ) : (
        <Table caption="Decisions of runs" columns={columns} rows={decisions} keyOf={({ runId, decidedAt, outcome }) => `${runId} ${decidedAt} ${outcome}`} />
      )}
    </Card>
  );
}

function Decided({ decision: { outcome, reason, detail, clientOrderId } }: { decision: ListingDecision }) {
  const to = useEnvironmentPath();
  const why = [reason === undefined ? undefined : reasonText(reason), detail].filter((part) => part !== undefined).join('; ');
  return (
    <>
      {wordsOf(LISTING_OUTCOMES, outcome)}
      {why !== '' && <span className="muted">: {why}</span>}
      {clientOrderId !== undefined && (
        <>
          {' '}
          <Link href={to(`trades/${clientOrderId}`)}>order</Link>
        </>
      )}
    </>
  );
}

function sourceText(source: string | undefined, confidence: string | undefined): string {
  const parts = [
    source === undefined ? undefined : wordsOf(LISTING_SOURCES, source),
    confidence === undefined ? undefined : wordsOf(CONFIDENCES, confidence),
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}
