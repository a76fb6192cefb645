import { ledger } from '@/api';
import { useEnvironmentName } from '@/api/environment';
import type { NotificationItem, NotificationTarget } from '@/api/generated/ledger';
import { useCommand } from '@/api/useCommand';
import { usePolled } from '@/api/usePolled';
import { wordsOf } from '@/format/words';
import { useRefusal } from '@/session/useSession';
import { SeverityBadge } from '@/ui/badges';
import { Badge } from '@/ui/Badge';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { CommandNote } from '@/ui/CommandNote';
import { Empty } from '@/ui/Empty';
import { Page } from '@/ui/Page';
import { Pager } from '@/ui/Pager';
import { Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import { usePages } from '@/ui/usePages';
import styles from './NotificationsPage.module.css';
import { deliveryText, EVENTS, FORMATS, toldText } from './words';

/** Who is told what outside the panel, and whether it arrived. Never an address or a key. */
export default function NotificationsPage() {
  return (
    <Page title="Notifications">
      <div className={styles['cards']}>
        <TargetsCard />
        <DeliveriesCard />
      </div>
    </Page>
  );
}

const TARGETS: readonly Column<NotificationTarget>[] = [
  { head: 'Target', cell: ({ name }) => <strong>{name}</strong> },
  { head: 'Format', cell: ({ format }) => wordsOf(FORMATS, format) },
  { head: 'Is told', wrapping: true, cell: (target) => toldText(target) },
  { head: 'Test', cell: ({ name }) => <Test name={name} /> },
];

function TargetsCard() {
  const environment = useEnvironmentName();
  const targets = usePolled(['ledger', 'notification-targets'], (signal) => ledger.listNotificationTargets({ signal }));
  const items = (targets.data?.targets ?? []).filter((target) => target.environment === environment);
  return (
    <Card title="Targets" of={[targets]} who="the ledger" lines={3} flush>
      {items.length === 0 ? (
        <Empty flush>Nobody is notified. Targets stand in the environments file, and their secrets in Vault.</Empty>
      ) : (
        <Table caption="Targets of notifications" columns={TARGETS} rows={items} keyOf={({ name }) => name} />
      )}
    </Card>
  );
}

/** Sends one message at once; the receiver's answer is the answer. */
function Test({ name }: { name: string }) {
  const environment = useEnvironmentName();
  const refusal = useRefusal('Testing a target', ['operator']);
  const command = useCommand((target: string, _key, signal) =>
    ledger.testNotificationTarget({ path: { name: target }, query: { environment }, signal }),
  );
  return (
    <span className={styles['test']}>
      <Button small refusal={refusal} busy={command.state.phase === 'waiting'} onPress={() => void command.press(name)}>
        Send a test to {name}
      </Button>
      <CommandNote state={command.state} waiting="Sending…">
        {({ responseStatus }) => `Accepted, status ${responseStatus}.`}
      </CommandNote>
    </span>
  );
}

const DELIVERIES: readonly Column<NotificationItem>[] = [
  { head: 'Created', cell: ({ createdAt }) => <Time at={createdAt} /> },
  { head: 'Target', cell: ({ target }) => target },
  { head: 'Severity', cell: ({ severity }) => <SeverityBadge severity={severity} /> },
  { head: 'What', cell: ({ event }) => wordsOf(EVENTS, event) },
  { head: 'Message', wrapping: true, cell: ({ title, quiet }) => (quiet ? <span className="muted">{title}</span> : title) },
  { head: 'Status', cell: ({ status }) => <DeliveryBadge status={status} /> },
  { head: 'What became of it', wrapping: true, cell: (item) => deliveryText(item) },
  { head: 'Next', labelled: true, cell: ({ nextAttemptAt }) => nextAttemptAt !== undefined && <Time at={nextAttemptAt} /> },
];

function DeliveryBadge({ status }: { status: string }) {
  switch (status) {
    case 'SENT':
      return <Badge tone="ok" shape="ok">{status}</Badge>;
    case 'FAILED':
      return <Badge tone="bad" shape="bad">{status}</Badge>;
    default:
      return <Badge tone="accent" shape="waiting">{status}</Badge>;
  }
}

function DeliveriesCard() {
  const environment = useEnvironmentName();
  const pages = usePages();
  const { cursor } = pages;
  const deliveries = usePolled(
    ['ledger', 'notifications', environment, cursor],
    (signal) => ledger.listNotifications({ query: { environment, limit: 50, ...(cursor === undefined ? {} : { cursor }) }, signal }),
    { poll: cursor === undefined },
  );
  const items = deliveries.data?.items ?? [];
  const next = deliveries.data?.nextCursor;
  return (
    <>
      <Card title="Deliveries" of={[deliveries]} who="the ledger" lines={6} flush>
        {items.length === 0 ? (
          <Empty flush>Nothing has been told yet.</Empty>
        ) : (
          <Table caption="Deliveries, the newest first" columns={DELIVERIES} rows={items} keyOf={({ deliveryId }) => deliveryId} />
        )}
      </Card>
      <Pager pages={pages} of={deliveries} older={next === undefined ? undefined : () => pages.older(next)} />
    </>
  );
}
