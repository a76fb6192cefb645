import { useMemo } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { useEnvironment, useEnvironmentName, useEnvironmentPath } from '@/api/environment';
import type { Run, SavedConfiguration } from '@/api/generated/control';
import { assetOf } from '@/format/configuration';
import { ORDER_STYLES, wordsOf } from '@/format/words';
import { useHasRole, useRefusal } from '@/session/useSession';
import { Badge } from '@/ui/Badge';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Decimal, roomFor } from '@/ui/Decimal';
import { Empty } from '@/ui/Empty';
import { Select } from '@/ui/Field';
import { Page } from '@/ui/Page';
import { Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import styles from './Configurations.module.css';
import { useConfigurations, type Shown } from './queries';

const SHOWN: readonly (readonly [Shown, string])[] = [
  ['false', 'Not archived'],
  ['true', 'Archived'],
  ['any', 'All'],
];

/** What may be bought and for how much, each configuration by its latest version. */
export default function ConfigurationsPage() {
  const [search, setSearch] = useSearchParams();
  const shown = SHOWN.find(([value]) => value === search.get('archived'))?.[0] ?? 'false';
  const configurations = useConfigurations(shown);
  return (
    <Page title="Configurations" actions={<NewButton />}>
      <div className={styles['stack']}>
        <div className={styles['versions']}>
          <Select
            label="Shown"
            value={shown}
            onChange={(value) => setSearch(value === 'false' ? {} : { archived: value })}
            options={SHOWN}
          />
        </div>
        <Card
          title="Configurations"
          count={configurations.data?.length}
          of={[configurations]}
          who="control"
          lines={4}
          flush
        >
          {configurations.data !== undefined && configurations.data.length === 0 ? (
            <Nothing shown={shown} />
          ) : (
            <List configurations={configurations.data ?? []} />
          )}
        </Card>
      </div>
    </Page>
  );
}

function NewButton() {
  const to = useEnvironmentPath();
  const [, navigate] = useLocation();
  const refusal = useRefusal('Saving a configuration', ['operator']);
  return (
    <Button kind="primary" refusal={refusal} onPress={() => navigate(to('configurations/new'))}>
      New configuration
    </Button>
  );
}

function Nothing({ shown }: { shown: Shown }) {
  const environment = useEnvironmentName();
  const operator = useHasRole('operator');
  if (shown === 'true') {
    return <Empty flush>No configuration of {environment} is archived.</Empty>;
  }
  return operator ? (
    <Empty flush action={<NewButton />}>
      No configuration in {environment} yet. It says what may be bought and for how much.
    </Empty>
  ) : (
    <Empty flush>No configuration in {environment} yet. An operator can create the first.</Empty>
  );
}

function List({ configurations }: { configurations: readonly SavedConfiguration[] }) {
  const to = useEnvironmentPath();
  const { data: status } = useEnvironment();
  const run = status?.activeRun;
  const columns = useMemo(() => columnsOf(configurations, run, to('')), [configurations, run, to]);
  return (
    <Table
      caption="Configurations by name"
      columns={columns}
      rows={configurations}
      keyOf={({ configurationId }) => configurationId}
    />
  );
}

function columnsOf(rows: readonly SavedConfiguration[], run: Run | undefined, base: string): Column<SavedConfiguration>[] {
  const each = roomFor(rows.map(({ content }) => content.quoteAmount), 2);
  const whole = roomFor(rows.map(({ content }) => content.caps.spend), 2);
  return [
    {
      head: 'Name',
      wrapping: true,
      cell: ({ configurationId, content }) => <Link href={`${base}configurations/${configurationId}`}>{content.name}</Link>,
    },
    { head: 'Version', cell: ({ version }) => `v${version}` },
    {
      head: 'A listing',
      numeric: true,
      labelled: true,
      cell: ({ content }) => <Decimal value={content.quoteAmount} least={2} room={each} unit={assetOf(content)} />,
    },
    {
      head: 'A run',
      numeric: true,
      labelled: true,
      cell: ({ content }) => <Decimal value={content.caps.spend} least={2} room={whole} unit={assetOf(content)} />,
    },
    { head: 'Order style', cell: ({ content }) => wordsOf(ORDER_STYLES, content.orderStyle) },
    { head: 'Listings', cell: ({ content }) => kindsOf(content.safety) },
    {
      head: 'Saved',
      labelled: true,
      cell: ({ savedBy, savedAt }) => (
        <>
          {savedBy} <Time at={savedAt} />
        </>
      ),
    },
    { head: 'Use', cell: (row) => <Use configuration={row} run={run} base={base} /> },
  ];
}

function kindsOf({ buyScheduled, buySurprise }: { buyScheduled: boolean; buySurprise: boolean }): string {
  return buyScheduled ? (buySurprise ? 'scheduled, surprise' : 'scheduled') : buySurprise ? 'surprise' : 'none';
}

/** By what run it is used, and whether that run uses another version than the latest. */
function Use({ configuration, run, base }: { configuration: SavedConfiguration; run: Run | undefined; base: string }) {
  const { configurationId, version, archived } = configuration;
  if (run === undefined || run.configuration.id !== configurationId) {
    return archived ? (
      <Badge tone="muted" shape="neutral">
        archived
      </Badge>
    ) : (
      <span className="muted">not in use</span>
    );
  }
  const used = run.configuration.version;
  return (
    <>
      in use by <Link href={`${base}runs/${run.runId}`}>{run.runId.slice(0, 4)}</Link>{' '}
      {used !== version && (
        <Link href={`${base}configurations/${configurationId}/compare?from=${used}&to=${version}`}>
          <Badge tone="warn" shape="warn">
            v{used} runs, v{version} is the latest
          </Badge>
        </Link>
      )}
    </>
  );
}
