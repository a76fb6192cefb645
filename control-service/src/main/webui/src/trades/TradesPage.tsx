import { useCallback, useMemo, type ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';
import { serverNow } from '@/api/clock';
import { useEnvironmentPath } from '@/api/environment';
import type { OrderItem } from '@/api/generated/ledger';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { Page } from '@/ui/Page';
import { Pager } from '@/ui/Pager';
import { Table } from '@/ui/Table';
import { usePages } from '@/ui/usePages';
import { ClearFilters } from './ClearFilters';
import { orderColumns } from './columns';
import { FilterBar } from './FilterBar';
import { countOf, readFilters, searchOf, type Filters } from './filters';
import { useOrders } from './queries';
import { nothingFound } from './sentence';
import styles from './TradesPage.module.css';
import { useHeld } from './useHeld';

/** Every order that a run has armed, sent or refused, the newest first. */
export default function TradesPage() {
  const [path, navigate] = useLocation();
  const search = useSearch();
  const { filters, unknown } = useMemo(() => readFilters(search), [search]);
  const change = useCallback(
    (next: Filters) => {
      const wanted = searchOf(next);
      navigate(wanted === '' ? path : `${path}?${wanted}`);
    },
    [navigate, path],
  );
  const clear = <ClearFilters change={change} />;
  return (
    <Page title="Orders">
      <FilterBar filters={filters} change={change} />
      {unknown.length > 0 ? (
        <Empty action={clear}>
          {unknown.map((parameter) => `${parameter} is not known here.`).join(' ')} Without it, other orders would be shown than
          the link asks for.
        </Empty>
      ) : (
        <Orders key={search} filters={filters} clear={countOf(filters) === 0 ? undefined : clear} />
      )}
    </Page>
  );
}

const keyOf = ({ clientOrderId }: OrderItem): string => clientOrderId;

function Orders({ filters, clear }: { filters: Filters; clear: ReactNode }) {
  const pages = usePages();
  const orders = useOrders(filters, pages.cursor);
  const to = useEnvironmentPath();
  const { shown, newer } = useHeld(orders.data?.items ?? [], keyOf);
  const columns = orderColumns(shown, to);
  const { nextCursor, from } = orders.data ?? {};
  const pinned = from === undefined ? undefined : { from };
  return (
    <>
      {newer > 0 && <Newer count={newer} />}
      <Card title="Orders" of={[orders]} who="the ledger" lines={12} flush>
        {shown.length === 0 ? (
          <Empty flush action={clear}>
            {nothingFound(filters, serverNow())}
          </Empty>
        ) : (
          <Table caption="Orders, the newest first" columns={columns} rows={shown} keyOf={keyOf} />
        )}
        <Pager pages={pages} of={orders} older={nextCursor === undefined ? undefined : () => pages.older(nextCursor, pinned)} />
      </Card>
    </>
  );
}

/** Newer orders wait while the reader is farther down, so that no row moves under their eyes. */
function Newer({ count }: { count: number }) {
  return (
    <div className={styles['newer']}>
      {count === 1 ? '1 newer order' : `${count} newer orders`}
      <Button small onPress={() => window.scrollTo(0, 0)}>
        Show
      </Button>
    </div>
  );
}
