import { useState } from 'react';
import { useEnvironment } from '@/api/environment';
import type { OpenAlert } from '@/api/generated/control';
import type { OrderItem } from '@/api/generated/ledger';
import { useAge, type Polled } from '@/api/usePolled';
import { useRefusal } from '@/session/useSession';
import { OrderBadge } from '@/ui/badges';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Mark } from '@/ui/Mark';
import styles from './OutcomeCard.module.css';
import { outcomeOf, pastDoubtOf } from './outcome';
import { SettleDialog } from './SettleDialog';

/** What became of an order and why, and what a person may do about it. */
export function OutcomeCard({ of, order }: { of: Polled<unknown>; order: OrderItem }) {
  const { data: environment } = useEnvironment();
  const alerts = (environment?.alerts ?? []).filter((alert) => isAbout(alert, order));
  const pastDoubt = pastDoubtOf(order);
  return (
    <Card title="What became of it" of={[of]} who="the ledger">
      <div className={styles['outcome']}>
        <OrderBadge status={order.status} />
        <p>{outcomeOf(order)}</p>
        <Refusal order={order} />
        {pastDoubt !== undefined && <p className="muted">{pastDoubt}</p>}
        {alerts.map(({ kind, summary }) => (
          <p key={kind} className={styles['alert']}>
            <Mark shape="bad" />
            {summary}
          </p>
        ))}
        {(order.status === 'UNRESOLVED' || alerts.length > 0) && <Settle of={of} order={order} />}
      </div>
    </Card>
  );
}

const IN_DOUBT = ['UNRESOLVED_ORDER', 'ORDER_DISPUTED'];

function isAbout({ kind, subject }: OpenAlert, { clientOrderId }: OrderItem): boolean {
  return IN_DOUBT.includes(kind) && subject.split(' ').at(-1) === clientOrderId;
}

/** What the exchange or our own check said, as it was recorded. */
function Refusal({ order: { detail, httpStatus, exchangeCode } }: { order: OrderItem }) {
  const codes = [
    exchangeCode === undefined ? undefined : `code ${exchangeCode} of the exchange`,
    httpStatus === undefined ? undefined : `HTTP ${httpStatus}`,
  ].filter((part) => part !== undefined);
  return (
    <>
      {detail !== undefined && detail !== '' && <blockquote className={styles['detail']}>{detail}</blockquote>}
      {codes.length > 0 && <p className="muted">{codes.join(', ')}</p>}
    </>
  );
}

function Settle({ of, order }: { of: Polled<unknown>; order: OrderItem }) {
  const [open, setOpen] = useState(false);
  const refusal = useRefusal('Settling an order', ['operator', 'risk']);
  const { state } = useAge([of.hash]);
  const old = state === 'fresh' ? undefined : 'Wait for a fresh answer.';
  return (
    <>
      <Button refusal={refusal ?? old} onPress={() => setOpen(true)}>
        Settle by hand…
      </Button>
      {open && <SettleDialog order={order} onClose={() => setOpen(false)} onSettled={of.refresh} />}
    </>
  );
}
