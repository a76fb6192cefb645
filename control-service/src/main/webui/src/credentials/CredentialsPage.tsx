import type { ReactNode } from 'react';
import { control, ledger } from '@/api';
import { serverNow } from '@/api/clock';
import { useEnvironment, useEnvironmentName } from '@/api/environment';
import type { CredentialStatus } from '@/api/generated/control';
import type { CredentialItem } from '@/api/generated/ledger';
import { useCommand } from '@/api/useCommand';
import { useAge, usePolled } from '@/api/usePolled';
import { CREDENTIALS, wordsOf } from '@/format/words';
import { useRefusal } from '@/session/useSession';
import { Ago } from '@/ui/Age';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { CommandNote } from '@/ui/CommandNote';
import { Empty } from '@/ui/Empty';
import { Mark } from '@/ui/Mark';
import { Page } from '@/ui/Page';
import { Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import { adviceOf, daysLeft, daysText, toneOfDays, type Tone } from './credential';
import styles from './CredentialsPage.module.css';

/** Whether the exchange key works, when it ends, and what to do. Never the key. */
export default function CredentialsPage() {
  return (
    <Page title="Credentials">
      <div className={styles['cards']}>
        <KeyCard />
        <ReportsCard />
      </div>
    </Page>
  );
}

function KeyCard() {
  const environment = useEnvironment();
  const credential = environment.data?.credential;
  return (
    <Card title="Exchange key" of={[environment]} who="control" lines={7}>
      {credential !== undefined && <Key credential={credential} />}
    </Card>
  );
}

function Key({ credential }: { credential: CredentialStatus }) {
  const [state, ...more] = adviceOf(credential);
  const { status, since, unboundKeyEndsBy } = credential;
  const days = unboundKeyEndsBy === undefined ? undefined : daysLeft(unboundKeyEndsBy, serverNow());
  return (
    <>
      {state !== undefined && (
        <Line tone={state.tone} strong>
          {state.text}{' '}
          {status === 'VALIDATED' && since !== undefined && (
            <span>
              Validated <Time at={since} />, <Ago at={since} /> ago.
            </span>
          )}
        </Line>
      )}
      {more.map(({ tone, text }) => (
        <Line key={text} tone={tone}>
          {text}
        </Line>
      ))}
      {days !== undefined && <Line tone={toneOfDays(days)}>{daysText(days)}</Line>}
      <Facts credential={credential} />
      <Validate />
    </>
  );
}

function Line({ tone, strong = false, children }: { tone: Tone; strong?: boolean; children: ReactNode }) {
  return (
    <p className={`${styles['line']} ${strong ? styles['strong'] : ''}`}>
      <span className={styles[tone]}>
        <Mark shape={tone} size={strong ? 20 : 14} />
      </span>
      <span>{children}</span>
    </p>
  );
}

function Facts({ credential }: { credential: CredentialStatus }) {
  const { status, path, version, storedAt, permissions, canTrade, canWithdraw, unboundKeyEndsBy, exchangeCode, since } = credential;
  const unknown = <span className="muted">unknown</span>;
  const yes = (value: boolean | undefined): ReactNode => (value === undefined ? unknown : value ? 'yes' : 'no');
  return (
    <dl className={styles['facts']}>
      <dt>State</dt>
      <dd>
        {status} <span className="muted">{wordsOf(CREDENTIALS, status)}</span>
      </dd>
      <dt>Since</dt>
      <dd>{since === undefined ? unknown : <Since at={since} />}</dd>
      <dt>Where it is stored</dt>
      <dd>{path === undefined ? unknown : <span className={`mono ${styles['long']}`}>{path}</span>}</dd>
      <dt>Version</dt>
      <dd>{version ?? unknown}</dd>
      <dt>Stored</dt>
      <dd>{storedAt === undefined ? unknown : <Since at={storedAt} />}</dd>
      <dt>Permissions</dt>
      <dd className={styles['long']}>{permissions === undefined || permissions.length === 0 ? unknown : permissions.join(', ')}</dd>
      <dt>May trade</dt>
      <dd>{yes(canTrade)}</dd>
      <dt>May withdraw</dt>
      <dd>{yes(canWithdraw)}</dd>
      <dt>Ends, if unbound</dt>
      <dd>{unboundKeyEndsBy === undefined ? unknown : <Time at={unboundKeyEndsBy} />}</dd>
      {exchangeCode !== undefined && (
        <>
          <dt>Code of the exchange</dt>
          <dd className="mono">{exchangeCode}</dd>
        </>
      )}
    </dl>
  );
}

function Since({ at }: { at: string }) {
  return (
    <>
      <Time at={at} />, <Ago at={at} /> ago
    </>
  );
}

/** Asks the exchange whether the key works; the status above changes once the trader has reported. */
function Validate() {
  const environment = useEnvironmentName();
  const { hash, refresh } = useEnvironment();
  const role = useRefusal('Validating the key', ['operator']);
  const current = useAge([hash]).state === 'fresh';
  const command = useCommand((name: string, key, signal) =>
    control.validateCredential({ path: { environment: name }, headers: { 'Idempotency-Key': key }, signal }),
  );
  return (
    <div className={styles['deed']}>
      <Button
        kind="primary"
        busy={command.state.phase === 'waiting'}
        refusal={role ?? (current ? undefined : 'Wait for a fresh answer of control.')}
        onPress={() => void command.press(environment).then(refresh)}
      >
        Validate
      </Button>
      <CommandNote state={command.state} waiting="Asking the exchange…">
        {(answer) =>
          'status' in answer ? (
            <>
              {answer.since !== undefined && (
                <>
                  Answered <Time at={answer.since} />:{' '}
                </>
              )}
              {adviceOf(answer)
                .map(({ text }) => text)
                .join(' ')}
            </>
          ) : (
            'Recorded. No trader has answered in 5 s; the state above changes once one does.'
          )
        }
      </CommandNote>
    </div>
  );
}

/** Reports that are shown. */
const SHOWN = 20;

function ReportsCard() {
  const environment = useEnvironmentName();
  const reports = usePolled(['ledger', 'credentials', environment], async (signal) => {
    const page = await ledger.listCredentials({ query: { environment, limit: SHOWN }, signal });
    return page.items;
  });
  const columns: Column<CredentialItem>[] = [
    { head: 'Reported', cell: ({ reportedAt }) => <Time at={reportedAt} /> },
    { head: 'State', cell: ({ status }) => status },
    { head: 'Version', numeric: true, labelled: true, cell: ({ version }) => version ?? <span className="muted">unknown</span> },
    { head: 'What was found', wrapping: true, cell: (item) => foundText(item) },
  ];
  const items = reports.data ?? [];
  return (
    <Card title="What the trader has reported" of={[reports]} who="the ledger" lines={4} flush>
      {items.length === 0 ? (
        <Empty flush>The trader has not reported anything of a key yet.</Empty>
      ) : (
        <Table caption="Reports about the key, the newest first" columns={columns} rows={items} keyOf={({ reportId }) => reportId} />
      )}
    </Card>
  );
}

/** What a report of the past found; what to do now stands in the card of the key. */
function foundText({ status, exchangeCode, refusedAddress, canWithdraw, canTrade }: CredentialItem): string {
  const parts = [
    wordsOf(CREDENTIALS, status),
    exchangeCode === undefined ? undefined : `code ${exchangeCode}`,
    refusedAddress === undefined ? undefined : `bound to other addresses than ${refusedAddress}`,
    canTrade === false ? 'may not trade' : undefined,
    canWithdraw === true ? 'may withdraw' : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}
