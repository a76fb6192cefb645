import { useMemo } from 'react';
import { Link, useSearchParams } from 'wouter';
import { useEnvironment, useEnvironmentName, useEnvironmentPath } from '@/api/environment';
import type { RunItem } from '@/api/generated/ledger';
import { useRefusal } from '@/session/useSession';
import { openStart } from '@/shell/dialogs';
import { Ago } from '@/ui/Age';
import { RunBadge } from '@/ui/badges';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { Select } from '@/ui/Field';
import { Filters } from '@/ui/Filters';
import { Mark } from '@/ui/Mark';
import { Page } from '@/ui/Page';
import { Pager } from '@/ui/Pager';
import { Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import { usePages } from '@/ui/usePages';
import { readFilters, STATE_OPTIONS } from './filters';
import { useRuns } from './queries';
import styles from './Runs.module.css';
import { ranFor, whyNot } from './words';

/** Every run that was asked for, newest first, and why it ended. */
export default function RunsPage() {
  const environment = useEnvironmentName();
  const [search, setSearch] = useSearchParams();
  const { status, unknown } = readFilters(search);
  const pages = usePages();
  const runs = useRuns(status, pages.cursor);
  const next = runs.data?.nextCursor;
  if (unknown.length > 0) {
    return (
      <Page title="Runs" actions={<StartButton />}>
        <Empty action={<Button onPress={() => setSearch({})}>Clear filters</Button>}>
          <Mark shape="warn" /> This address asks for something that is not known here: {unknown.join(', ')}. Nothing is shown, so that no other
          runs are taken for those.
        </Empty>
      </Page>
    );
  }
  return (
    <Page title="Runs" actions={<StartButton />}>
      <Filters>
        <Select label="State" value={status ?? ''} onChange={(value) => setSearch(value === '' ? {} : { status: value })} options={STATE_OPTIONS} />
      </Filters>
      <div className={styles['stack']}>
        <Card title="Runs" of={[runs]} who="the ledger" lines={6} flush>
          {runs.data?.items.length === 0 ? (
            <Empty flush>
              {status === undefined
                ? `No run was started in ${environment} yet. A run buys within a configuration's limits.`
                : `No run of ${environment} is in this state.`}
            </Empty>
          ) : (
            <List runs={runs.data?.items ?? []} />
          )}
        </Card>
        <Pager pages={pages} of={runs} older={next === undefined ? undefined : () => pages.older(next)} />
      </div>
    </Page>
  );
}

function StartButton() {
  const { data: status } = useEnvironment();
  const role = useRefusal('Starting a run', ['operator']);
  const run = status?.activeRun;
  const active = run === undefined ? undefined : `Run ${run.runId.slice(0, 4)} is active.`;
  return (
    <Button kind="primary" refusal={role ?? active} onPress={() => openStart()}>
      Start…
    </Button>
  );
}

function List({ runs }: { runs: readonly RunItem[] }) {
  const base = useEnvironmentPath()('');
  const columns = useMemo<Column<RunItem>[]>(
    () => [
      {
        head: 'Run',
        cell: ({ runId }) => (
          <Link className="mono" href={`${base}runs/${runId}`}>
            {runId.slice(0, 4)}
          </Link>
        ),
      },
      { head: 'State', cell: ({ state }) => <RunBadge state={state} /> },
      {
        head: 'Configuration',
        wrapping: true,
        cell: ({ configuration, snapshot }) =>
          configuration === undefined ? (
            <span className="muted">not recorded</span>
          ) : (
            <Link href={`${base}configurations/${configuration.id}?version=${configuration.version}`}>
              {snapshot === undefined ? '' : `«${snapshot.name}» `}v{configuration.version}
            </Link>
          ),
      },
      {
        head: 'Started',
        labelled: true,
        cell: ({ startedBy, startedAt }) => (
          <>
            {startedBy} <Time at={startedAt} />
          </>
        ),
      },
      {
        head: 'Ran for',
        numeric: true,
        labelled: true,
        cell: (run) => (run.state === 'REJECTED' ? <span className="muted">not at all</span> : (ranFor(run) ?? <Ago at={run.startedAt} />)),
      },
      {
        head: 'Ended',
        labelled: true,
        cell: ({ stoppedBy, stoppedAt }) =>
          stoppedAt === undefined ? (
            ''
          ) : (
            <>
              {stoppedBy} <Time at={stoppedAt} />
            </>
          ),
      },
      { head: 'Why', wrapping: true, cell: (run) => whyNot(run) ?? '' },
    ],
    [base],
  );
  return <Table caption="Runs, newest first" columns={columns} rows={runs} keyOf={({ runId }) => runId} />;
}
