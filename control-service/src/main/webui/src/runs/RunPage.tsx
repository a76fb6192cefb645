import { Link, useParams } from 'wouter';
import { useEnvironment, useEnvironmentPath } from '@/api/environment';
import type { RunItem, SuccessRate } from '@/api/generated/ledger';
import { assetOf } from '@/format/configuration';
import { outcomeText } from '@/format/words';
import { Allows, Fields } from '@/ui/Allows';
import { Ago } from '@/ui/Age';
import { RunBadge } from '@/ui/badges';
import { Card } from '@/ui/Card';
import { CopyButton } from '@/ui/CopyButton';
import { Empty } from '@/ui/Empty';
import { LinkButton } from '@/ui/LinkButton';
import { Page } from '@/ui/Page';
import { Time } from '@/ui/Time';
import { useNotHere } from '@/ui/useNotHere';
import { AppliedCard } from './AppliedCard';
import { DriftCard } from './DriftCard';
import { useRun, useSuccess } from './queries';
import styles from './Runs.module.css';
import { ranFor, whyNot } from './words';

/** One run: who started it and when, by what, what came of it, and why it ended. */
export default function RunPage() {
  const { runId = '' } = useParams();
  const to = useEnvironmentPath();
  const run = useRun(runId);
  const success = useSuccess(runId);
  const instead = useNotHere({ what: 'run', of: run, all: 'runs' });
  const known = run.data;
  const asset = known?.snapshot === undefined ? undefined : assetOf(known.snapshot);
  const started = known !== undefined && known.state !== 'REJECTED';
  if (instead !== undefined) {
    return instead;
  }
  return (
    <Page title={`Run ${runId.slice(0, 4)}`} actions={<LinkButton to={to('runs')}>All runs</LinkButton>}>
      <div className={styles['stack']}>
        <div className={styles['pair']}>
          <Card title="Run" of={[run]} who="the ledger" lines={6}>
            {known !== undefined && <Facts run={known} />}
          </Card>
          <Card title="What came of it" of={[success]} who="the ledger" lines={4}>
            {success.data !== undefined && <Success rate={success.data} />}
          </Card>
        </div>
        {started && <DriftCard runId={runId} asset={asset} />}
        {started && <AppliedCard runId={runId} asset={asset} />}
        <Card title="What it started with" of={[run]} who="the ledger" lines={8}>
          {known?.snapshot === undefined ? (
            <Empty>No configuration is recorded with it.</Empty>
          ) : (
            <div className={styles['stack']}>
              <Allows content={known.snapshot} />
              <Fields content={known.snapshot} />
            </div>
          )}
        </Card>
      </div>
    </Page>
  );
}

function Facts({ run }: { run: RunItem }) {
  const to = useEnvironmentPath();
  const { configuration, snapshot } = run;
  const why = whyNot(run);
  return (
    <>
      <dl className={styles['facts']}>
        <dt>State</dt>
        <dd>
          <State run={run} />
        </dd>
        {why !== undefined && (
          <>
            <dt>Why</dt>
            <dd>{why}</dd>
          </>
        )}
        {run.activeRunId !== undefined && (
          <>
            <dt>Active then</dt>
            <dd>
              <Link href={to(`runs/${run.activeRunId}`)}>Run {run.activeRunId.slice(0, 4)}</Link>
            </dd>
          </>
        )}
        <dt>{run.state === 'REJECTED' ? 'Asked for' : 'Started'}</dt>
        <dd>
          {run.startedBy} <Time at={run.startedAt} />
        </dd>
        <Ending run={run} />
        {configuration !== undefined && (
          <>
            <dt>Configuration</dt>
            <dd>
              <Link href={to(`configurations/${configuration.id}?version=${configuration.version}`)}>
                {snapshot === undefined ? '' : `«${snapshot.name}» `}v{configuration.version}
              </Link>
            </dd>
          </>
        )}
        <dt>Id</dt>
        <dd>
          <span className="mono">{run.runId}</span> <CopyButton text={run.runId} />
        </dd>
      </dl>
      <p className={styles['links']}>
        <Link href={to(`trades?run=${run.runId}`)}>Its orders</Link>
        <Link href={to(`alerts?${timeOf(run)}`)}>Alerts of its time</Link>
        <Link href={to('listings?when=missed')}>Missed listings</Link>
      </p>
    </>
  );
}

/** From its start to its end, as the filters of alerts have it. */
function timeOf({ startedAt, stoppedAt }: RunItem): string {
  return new URLSearchParams({ from: startedAt, ...(stoppedAt === undefined ? {} : { to: stoppedAt }) }).toString();
}

/** The ledger's state; control knows first that a stop was recorded. */
function State({ run }: { run: RunItem }) {
  const { data: status } = useEnvironment();
  const active = status?.activeRun?.runId === run.runId ? status.activeRun : undefined;
  const asked = active?.state === 'STOP_REQUESTED';
  return <RunBadge state={asked ? 'STOP_REQUESTED' : run.state} />;
}

function Ending({ run }: { run: RunItem }) {
  const { state, stoppedAt, stoppingAt, stoppedBy, suspendedAt } = run;
  const duration = ranFor(run);
  if (state === 'REJECTED') {
    return null;
  }
  return (
    <>
      {state === 'SUSPENDED' && suspendedAt !== undefined && (
        <>
          <dt>Suspended</dt>
          <dd>
            <Time at={suspendedAt} />
          </dd>
        </>
      )}
      {stoppingAt !== undefined && (
        <>
          <dt>Stop asked</dt>
          <dd>
            {stoppedBy} <Time at={stoppingAt} />
          </dd>
        </>
      )}
      {stoppedAt !== undefined && (
        <>
          <dt>Stopped</dt>
          <dd>
            <Time at={stoppedAt} />
          </dd>
        </>
      )}
      <dt>{duration === undefined ? 'Runs for' : 'Ran for'}</dt>
      <dd>{duration ?? <Ago at={run.startedAt} />}</dd>
    </>
  );
}

function Success({ rate }: { rate: SuccessRate }) {
  const over = rate.state === 'STOPPED';
  const outcomes = Object.entries(rate.outcomes).filter(([, count]) => count > 0);
  if (outcomes.length === 0) {
    return <Empty>No listing has opened or was detected in this run.</Empty>;
  }
  return (
    <>
      <p className={styles['lead']}>
        {rate.bought} of {rate.wanted} wanted {rate.wanted === 1 ? 'listing' : 'listings'} bought{over ? '' : ' so far'}.
      </p>
      <dl className={styles['facts']}>
        {outcomes.map(([outcome, count]) => (
          <Outcome key={outcome} outcome={outcomeText(outcome, over)} count={count} />
        ))}
      </dl>
    </>
  );
}

function Outcome({ outcome, count }: { outcome: string; count: number }) {
  return (
    <>
      <dt>{outcome}</dt>
      <dd className="number">{count}</dd>
    </>
  );
}
