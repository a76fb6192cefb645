import { Link } from 'wouter';
import { useEnvironmentPath } from '@/api/environment';
import type { AlertItem } from '@/api/generated/ledger';
import { alertSubject, alertText } from '@/format/caps';
import { durationText } from '@/format/duration';
import { millisOf } from '@/format/time';
import { ALERT_KINDS, wordsOf } from '@/format/words';
import { SeverityBadge } from '@/ui/badges';
import { Ago } from '@/ui/Age';
import type { Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import styles from './AlertsPage.module.css';

/** The columns of alerts. Open ones say for how long, cleared ones how long they were. */
export function useColumns(status: AlertItem['status']): Column<AlertItem>[] {
  const to = useEnvironmentPath();
  return [
    { head: 'Severity', cell: ({ severity }) => <SeverityBadge severity={severity} /> },
    { head: 'What', wrapping: true, cell: ({ kind }) => <Kind kind={kind} /> },
    { head: 'Subject', wrapping: true, cell: ({ kind, subject }) => <span className={styles['subject']}>{alertSubject(kind, subject)}</span> },
    { head: 'Summary', wrapping: true, cell: (alert) => alertText(alert) },
    { head: 'Raised', labelled: true, cell: ({ raisedAt }) => <Time at={raisedAt} /> },
    {
      head: 'Times',
      labelled: true,
      numeric: true,
      cell: ({ times, lastRaisedAt }) => (times <= 1 ? times : <>{times}, last <Time at={lastRaisedAt} /></>),
    },
    status === 'OPEN'
      ? { head: 'For', labelled: true, cell: ({ raisedAt }) => <Ago at={raisedAt} /> }
      : { head: 'Cleared', labelled: true, cell: (item) => <Cleared item={item} /> },
    {
      head: 'Run',
      cell: ({ runId }) =>
        runId !== undefined && (
          <Link href={to(`runs/${runId}`)} className="mono">
            {runId.slice(0, 4)}
          </Link>
        ),
    },
  ];
}

/** Where what is wrong can be seen and mended, by the kind of the alert. */
const PLACES: Readonly<Record<string, string>> = {
  CAP_REACHED: 'risk',
  CAP_NEAR: 'risk',
  CREDENTIAL: 'credentials',
  ACCOUNT_REFUSED: 'credentials',
  RECORD_QUARANTINED: 'risk',
  UNREADABLE_MESSAGE: 'risk',
  RECORDS_LOST: 'risk',
  LISTING_MISSED: 'listings?when=missed',
  UNRESOLVED_ORDER: 'trades?status=UNRESOLVED',
};

function Kind({ kind }: { kind: string }) {
  const to = useEnvironmentPath();
  const place = Object.hasOwn(PLACES, kind) ? PLACES[kind] : undefined;
  const words = <strong>{wordsOf(ALERT_KINDS, kind)}</strong>;
  return place === undefined ? words : <Link href={to(place)}>{words}</Link>;
}

function Cleared({ item: { raisedAt, clearedAt } }: { item: AlertItem }) {
  return clearedAt === undefined ? null : (
    <>
      <Time at={clearedAt} /> <span className="muted">after {durationText((millisOf(clearedAt) - millisOf(raisedAt)) / 1000)}</span>
    </>
  );
}
