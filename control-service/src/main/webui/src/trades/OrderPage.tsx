import { useParams } from 'wouter';
import { useEnvironmentPath } from '@/api/environment';
import { Card } from '@/ui/Card';
import { LinkButton } from '@/ui/LinkButton';
import { Page } from '@/ui/Page';
import { useNotHere } from '@/ui/useNotHere';
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
  const { data: order } = polled;
  const all = (
    <LinkButton small to={to('trades')}>
      All orders
    </LinkButton>
  );
  const instead = useNotHere({ what: 'order', of: polled, all: 'trades', missing: 'One that was sent a moment ago appears here by itself.' });
  if (instead !== undefined) {
    return instead;
  }
  if (order === undefined) {
    return (
      <Page title="Order" actions={all}>
        <Card title="Order" of={[polled]} who="the ledger" lines={8}>
          {null}
        </Card>
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
