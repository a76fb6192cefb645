import { useEnvironmentPath } from '@/api/environment';
import type { SuccessRate } from '@/api/generated/ledger';
import { outcomeText, reasonText } from '@/format/words';
import { RunBadge } from '@/ui/badges';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import { runColumn } from './columns';
import { useSuccessRates } from './queries';
import { whyNot, wholePercent } from './success';
import { useRunNames } from './useRunNames';

/** How many of the listings that a run wanted it has bought, and what kept it from the others. */
export function SuccessCard() {
  const rates = useSuccessRates();
  const to = useEnvironmentPath();
  const runName = useRunNames();
  const rows = rates.data ?? [];
  const columns: Column<SuccessRate>[] = [
    runColumn(to, runName),
    { head: 'Started', cell: ({ startedAt }) => <Time at={startedAt} /> },
    { head: 'State', cell: ({ state }) => <RunBadge state={state} /> },
    { head: 'Wanted', numeric: true, labelled: true, cell: ({ wanted }) => wanted },
    { head: 'Bought', numeric: true, labelled: true, cell: ({ bought }) => bought },
    {
      head: 'Of the wanted',
      numeric: true,
      labelled: true,
      cell: ({ successRate, state }) =>
        successRate === undefined ? (
          <span className="muted">none wanted</span>
        ) : (
          `${wholePercent(successRate)}${state === 'STOPPED' ? '' : ' so far'}`
        ),
    },
    { head: 'Left out', numeric: true, labelled: true, cell: ({ skipped }) => skipped },
    { head: 'The others', wrapping: true, cell: (rate) => <Others rate={rate} /> },
  ];
  return (
    <Card title="Success by run" of={[rates]} who="the ledger" lines={4} flush>
      {rows.length === 0 ? (
        <Empty flush>No run has been started here.</Empty>
      ) : (
        <Table caption="How many of the wanted listings each run has bought" columns={columns} rows={rows} keyOf={({ runId }) => runId} />
      )}
    </Card>
  );
}

function Others({ rate }: { rate: SuccessRate }) {
  const parts = whyNot(rate, (code) => outcomeText(code, rate.state === 'STOPPED'), reasonText);
  return <span className="muted">{parts.join('; ')}</span>;
}
