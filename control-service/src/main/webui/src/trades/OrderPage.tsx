import { useParams } from 'wouter';
import { useEnvironmentPath } from '@/api/environment';
import { ApiProblem } from '@/api/problem';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { LinkButton } from '@/ui/LinkButton';
import { Page } from '@/ui/Page';
import { FactsCard } from './order/FactsCard';
import { OutcomeCard } from './order/OutcomeCard';
import { PriceCard } from './order/PriceCard';
import { StepsCard } from './order/StepsCard';
import { timelineOf } from './order/times';
import styles from './OrderPage.module.css';
import { useOrder } from './queries';

/** One order: what became of it and why, its way step by step, and the price around its opening. */
export default function OrderPage() {
  const { clientOrderId = '' } = useParams();
  const polled = useOrder(clientOrderId);
  const to = useEnvironmentPath();
  const { data: order, failure } = polled;
  const all = (
    <LinkButton small to={to('trades')}>
      All orders
    </LinkButton>
  );
  if (order === undefined) {
    const missing = failure instanceof ApiProblem && failure.status === 404;
    return (
      <Page title="Order" actions={all}>
        {missing ? (
          <Empty>No order with the id {clientOrderId} is recorded. One that was sent a moment ago appears here by itself.</Empty>
        ) : (
          <Card title="Order" of={[polled]} who="the ledger" lines={8}>
            {null}
          </Card>
        )}
      </Page>
    );
  }
  const zero = timelineOf(order)?.zero;
  return (
    <Page title={`Order ${order.pair}`} actions={all}>
      <div className={styles['grid']}>
        <div className={styles['column']}>
          <OutcomeCard of={polled} order={order} />
          <StepsCard of={polled} order={order} />
          {zero !== undefined && order.status !== 'ARMED' && <PriceCard order={order} zero={zero} />}
        </div>
        <div className={styles['column']}>
          <FactsCard of={polled} order={order} />
        </div>
      </div>
    </Page>
  );
}
