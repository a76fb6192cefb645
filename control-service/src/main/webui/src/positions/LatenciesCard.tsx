import { useSearchParams } from 'wouter';
import { serverNow } from '@/api/clock';
import type { Latency } from '@/api/generated/ledger';
import { microsText } from '@/format/duration';
import { utcNow } from '@/format/time';
import { HOPS, ORDER_KINDS, wordsOf } from '@/format/words';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { Choice } from '@/ui/Field';
import { Table, type Column } from '@/ui/Table';
import { useLatencies } from './queries';
import styles from './LatenciesCard.module.css';

const HOUR = 3_600_000;
const PERIODS: Readonly<Record<string, number | undefined>> = { '24h': 24 * HOUR, '7d': 168 * HOUR, all: undefined };
const FIRST = '24h';

const COLUMNS: readonly Column<Latency>[] = [
  { head: 'Between', cell: ({ hop }) => wordsOf(HOPS, hop) },
  { head: 'Kind', cell: ({ kind }) => <span className="muted">{wordsOf(ORDER_KINDS, kind)}</span> },
  { head: 'Orders', numeric: true, labelled: true, cell: ({ count }) => count },
  { head: 'Half within', numeric: true, labelled: true, cell: ({ p50Micros }) => microsText(p50Micros) },
  { head: '95 % within', numeric: true, labelled: true, cell: ({ p95Micros }) => microsText(p95Micros) },
  { head: '99 % within', numeric: true, labelled: true, cell: ({ p99Micros }) => microsText(p99Micros) },
  { head: 'Longest', numeric: true, labelled: true, cell: ({ maxMicros }) => microsText(maxMicros) },
];

/** How long each step took, over the orders of a period that the address names. */
export function LatenciesCard() {
  const [params, setParams] = useSearchParams();
  const named = params.get('period') ?? FIRST;
  const period = Object.hasOwn(PERIODS, named) ? named : FIRST;
  const latencies = useLatencies(period, () => beginOf(period));
  const rows = latencies.data ?? [];
  return (
    <div className={styles['latencies']}>
      <Choice
        label="Time between steps, of the orders of"
        value={period}
        onChange={(next) =>
          setParams((before) => {
            before.set('period', next);
            return before;
          })
        }
        options={[
          ['24h', 'the last 24 h'],
          ['7d', 'the last 7 days'],
          ['all', 'all time'],
        ]}
      />
      <Card title="Time between steps" of={[latencies]} who="the ledger" lines={8} flush>
        {rows.length === 0 ? (
          <Empty flush>No order was sent in this time.</Empty>
        ) : (
          <Table caption="Time between the steps of orders" columns={COLUMNS} rows={rows} keyOf={({ kind, hop }) => `${kind} ${hop}`} />
        )}
      </Card>
    </div>
  );
}

const MINUTE = 60_000;

/** A whole minute, so that most polls ask the same. */
function beginOf(period: string): string | undefined {
  const before = PERIODS[period];
  return before === undefined ? undefined : utcNow(Math.floor((serverNow() - before) / MINUTE) * MINUTE);
}
