import { Link, useSearchParams } from 'wouter';
import { useEnvironmentName, useEnvironmentPath } from '@/api/environment';
import { usePolled } from '@/api/usePolled';
import { isTimestamp, typedTime, typedTimeText } from '@/format/typedTime';
import { reasonText } from '@/format/words';
import { Badge } from '@/ui/Badge';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { Select } from '@/ui/Field';
import { Filters } from '@/ui/Filters';
import { Mark } from '@/ui/Mark';
import { Page } from '@/ui/Page';
import { Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import { TypedFilter } from '@/ui/TypedFilter';
import { KINDS, type Change, type HistoryEvent, type HistoryKind } from './events';
import { readHistory } from './history';
import styles from './HistoryPage.module.css';

/** Who changed what, when and why, the newest first: trading state, guardrails, breakers, runs, configurations. */
export default function HistoryPage() {
  const environment = useEnvironmentName();
  const [params, setParams] = useSearchParams();
  const kind = params.get('kind') ?? undefined;
  const to = params.get('to') ?? undefined;
  const change = (name: string, value: string | undefined): void => {
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (value === undefined || value === '') {
        next.delete(name);
      } else {
        next.set(name, value);
      }
      return next;
    });
  };
  const known = (kind === undefined || Object.hasOwn(KINDS, kind)) && (to === undefined || isTimestamp(to));
  return (
    <Page title="History">
      <Filters>
        <Select label="What" value={kind ?? ''} onChange={(value) => change('kind', value)} options={[['', 'everything'], ...Object.entries(KINDS)]} />
        <TypedFilter label="Before, UTC" value={typedTimeText(to)} read={typedTime} example="2026-11-28 02:31" onChange={(value) => change('to', value)} />
      </Filters>
      {known ? (
        <Events key={`${environment} ${kind} ${to}`} kind={kind as HistoryKind | undefined} to={to} change={change} />
      ) : (
        <Empty action={<Button onPress={() => setParams({})}>Clear filters</Button>}>
          <Mark shape="warn" /> This address asks for something that is not known here.
        </Empty>
      )}
    </Page>
  );
}

function Events({ kind, to, change }: {
  kind: HistoryKind | undefined;
  to: string | undefined;
  change: (name: string, value: string | undefined) => void;
}) {
  const environment = useEnvironmentName();
  const history = usePolled(['ledger', 'history', environment, kind, to], (signal) => readHistory(environment, kind, to, signal), {
    poll: to === undefined,
  });
  const columns = useColumns();
  const events = history.data?.events ?? [];
  const older = history.data?.olderBefore;
  return (
    <>
      <Card title="Changes" of={[history]} who="the ledger" lines={8} flush>
        {events.length === 0 ? (
          <Empty flush>{older === undefined ? 'Nothing was changed in this time.' : 'Nothing of this kind here; older changes may have some.'}</Empty>
        ) : (
          <Table caption="Changes, the newest first" columns={columns} rows={events} keyOf={({ key }) => key} />
        )}
        <p className={`label ${styles['foot']}`}>
          Of a configuration the latest version is shown; its page has all of them. Every single record is in the journal, which Audit exports.
        </p>
      </Card>
      {(older !== undefined || to !== undefined) && (
        <nav className={styles['pages']} aria-label="Pages of the list">
          <Button refusal={to === undefined ? 'This is the newest page.' : undefined} onPress={() => change('to', undefined)}>
            Newest
          </Button>
          <Button refusal={older === undefined ? 'This is the oldest page.' : undefined} onPress={() => change('to', older)}>
            Older
          </Button>
        </nav>
      )}
    </>
  );
}

function useColumns(): Column<HistoryEvent>[] {
  const to = useEnvironmentPath();
  return [
    { head: 'When', cell: ({ at }) => <Time at={at} /> },
    { head: 'Who', wrapping: true, cell: ({ who }) => (who === undefined ? <span className="muted">unknown</span> : <strong>{who}</strong>) },
    { head: 'Of', cell: ({ kind }) => <Badge tone="muted">{KINDS[kind]}</Badge> },
    {
      head: 'What',
      wrapping: true,
      cell: ({ what, runId }) => <span className={styles['what']}>{runId === undefined ? what : <Link href={to(`runs/${runId}`)}>{what}</Link>}</span>,
    },
    { head: 'Old → new', wrapping: true, cell: ({ changes }) => changes.length > 0 && <Changes changes={changes} /> },
    { head: 'Why', wrapping: true, cell: ({ reason }) => (reason === '' ? <span className="muted">no reason given</span> : reason !== undefined && reasonText(reason)) },
  ];
}

function Changes({ changes }: { changes: readonly Change[] }) {
  return (
    <ul className={styles['changes']}>
      {changes.map(({ label, from, to }) => (
        <li key={label}>
          <span className="muted">{label}</span> {from ?? 'none'} → {to ?? 'none'}
        </li>
      ))}
    </ul>
  );
}
