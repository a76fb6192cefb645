import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useEnvironmentPath } from '@/api/environment';
import type { OrderItem } from '@/api/generated/ledger';
import type { Polled } from '@/api/usePolled';
import { quoteOf, signedPercent } from '@/format/decimal';
import { Countdown } from '@/ui/Age';
import { LatencyBadge } from '@/ui/badges';
import { Card } from '@/ui/Card';
import { CopyButton } from '@/ui/CopyButton';
import { Decimal } from '@/ui/Decimal';
import { Time } from '@/ui/Time';
import styles from './FactsCard.module.css';

/** Everything that is recorded of an order and is not a step of its way. */
export function FactsCard({ of, order }: { of: Polled<unknown>; order: OrderItem }) {
  return (
    <Card title="Facts" of={[of]} who="the ledger">
      <dl className={styles['facts']}>
        <Money order={order} />
        <Moments order={order} />
        <Belongings order={order} />
      </dl>
    </Card>
  );
}

/** One fact; nothing where it is not recorded. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
  return children === undefined || children === false ? null : (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Money({ order }: { order: OrderItem }) {
  const { pair, side, orderType, quoteAmount, filledAmount, filledQuantity, averagePrice, firstTradePrice, paidOverFirstTrade } = order;
  const quote = quoteOf(pair);
  const sort = [side, orderType].filter((part) => part !== undefined).join(' ');
  return (
    <>
      <Fact name="Order">{sort === '' ? undefined : sort}</Fact>
      <Fact name="Amount">{quoteAmount !== undefined && <Decimal value={quoteAmount} least={2} unit={quote} />}</Fact>
      <Fact name="Spent">{filledAmount !== undefined && <Decimal value={filledAmount} least={2} unit={quote} />}</Fact>
      <Fact name="Quantity">
        {filledQuantity !== undefined && <Decimal value={filledQuantity} unit={pair.slice(0, -quote.length - 1)} />}
      </Fact>
      <Fact name="Average price">{averagePrice !== undefined && <Decimal value={averagePrice} unit={quote} />}</Fact>
      <Fact name="First trade at">{firstTradePrice !== undefined && <Decimal value={firstTradePrice} unit={quote} />}</Fact>
      <Fact name="Paid over first trade">{paidOverFirstTrade !== undefined && signedPercent(paidOverFirstTrade)}</Fact>
      <Fact name="Latency">
        <LatencyBadge micros={order.latencyMicros} badge={order.badge} />
      </Fact>
    </>
  );
}

function Moments({ order: { createdAt, statusAt, validUntil, timeline, status, kind } }: { order: OrderItem }) {
  const { openingTime, recordedAt } = timeline;
  return (
    <>
      <Fact name="Kind">{kind}</Fact>
      {openingTime !== undefined && (
        <Fact name="Opening">
          <Time at={openingTime} precise />
          {status === 'ARMED' && (
            <>
              {' '}
              in <Countdown to={openingTime} />
            </>
          )}
        </Fact>
      )}
      <Fact name="First step">
        <Time at={createdAt} precise />
      </Fact>
      <Fact name="Status since">
        <Time at={statusAt} precise />
      </Fact>
      {recordedAt !== undefined && (
        <Fact name="Recorded">
          <Time at={recordedAt} precise />
        </Fact>
      )}
      {validUntil !== undefined && (
        <Fact name="Sent until">
          <Time at={validUntil} precise />
        </Fact>
      )}
    </>
  );
}

function Belongings({ order }: { order: OrderItem }) {
  const to = useEnvironmentPath();
  const { listingId, pair, runId, clientOrderId, exchangeOrderId, permitId, attempt, probes } = order;
  return (
    <>
      <Fact name="Listing">
        <Link href={to(`listings/${listingId}`)}>{pair}</Link>
      </Fact>
      <Fact name="Run">
        <Link href={to(`runs/${runId}`)} className="mono">
          {runId.slice(0, 8)}
        </Link>
      </Fact>
      <Fact name="Attempt">{attempt}</Fact>
      <Fact name="Probes">{probes}</Fact>
      <Id name="Our id" id={clientOrderId} />
      <Id name="Exchange's id" id={exchangeOrderId} />
      <Id name="Permit" id={permitId} />
    </>
  );
}

function Id({ name, id }: { name: string; id: string | undefined }) {
  return (
    <Fact name={name}>
      {id !== undefined && (
        <span className={styles['id']}>
          <span className="mono">{id}</span>
          <CopyButton text={id} />
        </span>
      )}
    </Fact>
  );
}
