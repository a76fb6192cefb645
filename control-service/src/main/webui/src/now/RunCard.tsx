import { Link } from 'wouter';
import { useEnvironment, useEnvironmentPath } from '@/api/environment';
import type { EnvironmentStatus, Run, ServiceStatus } from '@/api/generated/control';
import { atStopText } from '@/format/exitPlan';
import { RUN_STATES, wordsOf } from '@/format/words';
import { useRefusal } from '@/session/useSession';
import { openStart } from '@/shell/dialogs';
import { Ago } from '@/ui/Age';
import { Badge } from '@/ui/Badge';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { LinkButton } from '@/ui/LinkButton';
import { Mark } from '@/ui/Mark';
import { buysNothing, unheard, usedUp } from '@/ui/outlook';
import { Time } from '@/ui/Time';
import { useDrift } from './queries';
import styles from './RunCard.module.css';

export function RunCard() {
  const environment = useEnvironment();
  const to = useEnvironmentPath();
  return (
    <Card
      title="Run"
      of={[environment]}
      who="control"
      lines={3}
      aside={
        <LinkButton small to={to('runs')}>
          All runs
        </LinkButton>
      }
    >
      {environment.data !== undefined && <Content status={environment.data} />}
    </Card>
  );
}

function Content({ status }: { status: EnvironmentStatus }) {
  const refusal = useRefusal('Starting a run', ['operator']);
  const run = status.activeRun;
  return (
    <>
      {run === undefined ? (
        <Empty
          action={
            <Button kind="primary" refusal={refusal} onPress={() => openStart()}>
              Start…
            </Button>
          }
        >
          No run. A start buys within a configuration&apos;s limits.
        </Empty>
      ) : (
        <Active run={run} status={status} />
      )}
      <div className={styles['facts']}>
        {status.services.map((service) => (
          <Sign key={service.service} service={service} />
        ))}
        {run !== undefined && <DriftMark run={run} />}
      </div>
    </>
  );
}

/** The state of the run, and that it does not buy, where something keeps it from that. */
function Active({ run, status }: { run: Run; status: EnvironmentStatus }) {
  const to = useEnvironmentPath();
  const nothing = notBuying(run, status);
  const buys = run.state === 'ACTIVE' && nothing === undefined;
  return (
    <>
      <div className={styles['state']}>
        <strong className={buys ? styles['alive'] : styles['silent']}>
          <Mark shape={buys ? 'running' : 'warn'} size={24} />
          {wordsOf(RUN_STATES, run.state)}
        </strong>
        <span>
          <Link href={to(`runs/${run.runId}`)}>{run.runId.slice(0, 4)}</Link> «{run.snapshot.name}» v{run.configuration.version}
        </span>
        <span className="muted">
          by {run.startedBy} <Time at={run.startedAt} />, <Ago at={run.startedAt} />
        </span>
      </div>
      {run.state === 'ACTIVE' && nothing !== undefined && <p className={styles['suspended']}>{nothing}.</p>}
      <p className="muted">When it is stopped: {atStopText(run.snapshot.exitPlan)}</p>
      {run.suspension !== undefined && <p className={styles['suspended']}>{run.suspension.detail}</p>}
    </>
  );
}

/** Why the run does not buy, or why that is not known; undefined where nothing is known against it. */
function notBuying(run: Run, status: EnvironmentStatus): string | undefined {
  const nothing = buysNothing(status);
  const unknown = unheard(status.services);
  const full = usedUp(run);
  if (nothing !== undefined) {
    return `It buys nothing: ${nothing}`;
  }
  if (unknown !== undefined) {
    return `Whether it buys is not known: ${unknown}`;
  }
  return full === undefined ? undefined : `No further buys; ${full}`;
}

/** Whether a service gives signs of life; when it was heard last, where it does not. */
function Sign({ service: { service, alive, lastHeardAt } }: { service: ServiceStatus }) {
  return (
    <span className={`${styles['service']} ${alive ? '' : styles['silent']}`}>
      <span className={alive ? styles['alive'] : undefined}>
        <Mark shape={alive ? 'ok' : 'bad'} />
      </span>
      {service}
      {!alive && (lastHeardAt === undefined ? ' never heard' : <> not heard for <Ago at={lastHeardAt} /></>)}
    </span>
  );
}

function DriftMark({ run }: { run: Run }) {
  const to = useEnvironmentPath();
  const { data } = useDrift(run.runId);
  if (data === undefined || !data.drifted) {
    return null;
  }
  const { runningVersion, latestVersion, configurationId } = data.configuration;
  return (
    <>
      <Badge tone="warn" shape="warn">
        differs from what was started
      </Badge>
      {runningVersion !== latestVersion && (
        <Link href={to(`configurations/${configurationId}/compare?from=${runningVersion}&to=${latestVersion}`)}>
          v{runningVersion} runs, v{latestVersion} is the latest: compare
        </Link>
      )}
    </>
  );
}
