import { useSearchParams } from 'wouter';
import { ledger } from '@/api';
import { useEnvironmentName } from '@/api/environment';
import { usePolled } from '@/api/usePolled';
import { typedTime, typedTimeText } from '@/format/typedTime';
import { ALERT_KINDS } from '@/format/words';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { Select } from '@/ui/Field';
import { Filters } from '@/ui/Filters';
import { Mark } from '@/ui/Mark';
import { Page } from '@/ui/Page';
import { Pager } from '@/ui/Pager';
import { Table } from '@/ui/Table';
import { TypedFilter } from '@/ui/TypedFilter';
import { usePages } from '@/ui/usePages';
import styles from './AlertsPage.module.css';
import { useColumns } from './columns';
import { readFilters, type AlertFilters } from './filters';

/** What is wrong now, and what was: open alerts first, then those that are over. */
export default function AlertsPage() {
  const [params, setParams] = useSearchParams();
  const { filters, unknown } = readFilters(params);
  const change = (name: keyof AlertFilters, value: string): void => {
    setParams((before) => {
      const next = new URLSearchParams(before);
      next.delete('cursor');
      if (value === '') {
        next.delete(name);
      } else {
        next.set(name, value);
      }
      return next;
    });
  };
  return (
    <Page title="Alerts">
      <Filters>
        <Select label="Kind" value={filters.kind ?? ''} onChange={(value) => change('kind', value)} options={[['', 'any kind'], ...Object.entries(ALERT_KINDS)]} />
        <TypedFilter label="Raised from, UTC" value={typedTimeText(filters.from)} read={typedTime} example="2026-11-27 02:31" onChange={(value) => change('from', value)} />
        <TypedFilter label="Raised before, UTC" value={typedTimeText(filters.to)} read={typedTime} example="2026-11-28" onChange={(value) => change('to', value)} />
      </Filters>
      {unknown.length > 0 ? (
        <Empty action={<Button onPress={() => setParams({})}>Clear filters</Button>}>
          <Mark shape="warn" /> This address asks for something that is not known here: {unknown.join(', ')}. Nothing is shown, so that no other
          alerts are taken for those.
        </Empty>
      ) : (
        <div className={styles['cards']}>
          <OpenCard filters={filters} />
          <ClearedCard filters={filters} />
        </div>
      )}
    </Page>
  );
}

const MOST_OPEN = 500;

function OpenCard({ filters }: { filters: AlertFilters }) {
  const environment = useEnvironmentName();
  const columns = useColumns('OPEN');
  const open = usePolled(['ledger', 'alerts', environment, 'OPEN', filters], (signal) =>
    ledger.listAlerts({ query: { environment, status: ['OPEN'], limit: MOST_OPEN, ...asked(filters) }, signal }),
  );
  const items = open.data?.items ?? [];
  return (
    <Card title="Open" count={items.length} of={[open]} who="the ledger" lines={2} flush>
      {items.length === 0 ? (
        <Empty flush>{isFiltered(filters) ? 'No open alert matches.' : 'No alert is open.'}</Empty>
      ) : (
        <Table caption="Open alerts" columns={columns} rows={items} keyOf={({ alertId }) => alertId} />
      )}
      {open.data?.nextCursor !== undefined && <p className={styles['more']}>More than {MOST_OPEN} are open; the newest are shown.</p>}
    </Card>
  );
}

function ClearedCard({ filters }: { filters: AlertFilters }) {
  const environment = useEnvironmentName();
  const columns = useColumns('CLEARED');
  const pages = usePages();
  const { cursor } = pages;
  const cleared = usePolled(
    ['ledger', 'alerts', environment, 'CLEARED', filters, cursor],
    (signal) =>
      ledger.listAlerts({
        query: { environment, status: ['CLEARED'], limit: 50, ...asked(filters), ...(cursor === undefined ? {} : { cursor }) },
        signal,
      }),
    { poll: cursor === undefined },
  );
  const items = cleared.data?.items ?? [];
  const next = cleared.data?.nextCursor;
  return (
    <>
      <Card title="Cleared" of={[cleared]} who="the ledger" lines={6} flush>
        {items.length === 0 ? (
          <Empty flush>No alert in this time.</Empty>
        ) : (
          <Table caption="Cleared alerts, the newest first" columns={columns} rows={items} keyOf={({ alertId }) => alertId} />
        )}
      </Card>
      <Pager pages={pages} of={cleared} older={next === undefined ? undefined : () => pages.older(next)} />
    </>
  );
}

function asked({ kind, from, to }: AlertFilters) {
  return {
    ...(kind === undefined ? {} : { kind: [kind] }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

function isFiltered(filters: AlertFilters): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}
