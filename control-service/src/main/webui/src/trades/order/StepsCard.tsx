import type { OrderItem } from '@/api/generated/ledger';
import type { Polled } from '@/api/usePolled';
import { decimalText } from '@/format/decimal';
import { durationText, microsText } from '@/format/duration';
import { microsBetween } from '@/format/time';
import { HOPS, wordsOf } from '@/format/words';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { Hops } from '@/ui/Hops';
import type { Step } from '@/ui/steps';
import { Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import styles from './StepsCard.module.css';
import { timelineOf, wasSent, type Timeline } from './times';

/** The way of an order, step by step: where each lies from zero, and what lies between two as the ledger measures it. */
export function StepsCard({ of, order }: { of: Polled<unknown>; order: OrderItem }) {
  const timeline = timelineOf(order);
  const hops = Object.entries(order.timeline.hopMicros).sort(byPlace);
  return (
    <Card title="Hop by hop" of={[of]} who="the ledger">
      {timeline === undefined ? (
        <Empty>No time of this order is recorded.</Empty>
      ) : wasSent(order) ? (
        <Hops {...timeline} />
      ) : (
        <Empty>
          {order.status === 'ARMED'
            ? 'It waits for its opening. The steps are recorded once it is sent.'
            : 'It was never sent, so nothing after the decision is recorded.'}
        </Empty>
      )}
      {timeline !== undefined && timeline.before.length > 0 && <Before timeline={timeline} />}
      {hops.length > 0 && <Measured hops={hops} />}
    </Card>
  );
}

/** Of a scheduled buy: what was done seconds or days before the opening, which no track could show. */
function Before({ timeline: { zero, before } }: { timeline: Timeline }) {
  return (
    <div className={styles['part']}>
      <h3>Before the opening</h3>
      <ul className={styles['before']}>
        {before.map((step) => (
          <li key={step.label}>
            {step.label} {step.at === undefined ? <span className="muted">not recorded</span> : <Ahead step={step} at={step.at} zero={zero} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Ahead({ at, zero }: { step: Step; at: string; zero: string }) {
  const seconds = microsBetween(at, zero) / 1_000_000;
  return (
    <>
      <Time at={at} precise />{' '}
      <span className="muted">{seconds < 0 ? `${durationText(-seconds)} after it` : `${durationText(seconds)} before it`}</span>
    </>
  );
}

type Hop = readonly [hop: string, micros: number];

const PLACES = Object.keys(HOPS);

/** In the order in which an order passes them; what is not known here comes last. */
function byPlace([a]: Hop, [b]: Hop): number {
  const place = (hop: string): number => (PLACES.includes(hop) ? PLACES.indexOf(hop) : PLACES.length);
  return place(a) - place(b) || a.localeCompare(b);
}

const COLUMNS: readonly Column<{ hop: string; micros: number }>[] = [
  { head: 'Between', cell: ({ hop }) => wordsOf(HOPS, hop) },
  { head: 'Took', numeric: true, cell: ({ micros }) => microsText(micros) },
  { head: 'Exactly', numeric: true, cell: ({ micros }) => <span className="muted">{decimalText(String(micros))} µs</span> },
];

function Measured({ hops }: { hops: readonly Hop[] }) {
  return (
    <div className={styles['part']}>
      <h3>As the ledger measures it</h3>
      <div className={styles['measured']}>
        <Table
          caption="Intervals between steps of the order"
          columns={COLUMNS}
          rows={hops.map(([hop, micros]) => ({ hop, micros }))}
          keyOf={({ hop }) => hop}
        />
      </div>
    </div>
  );
}
