import { Link } from 'wouter';
import { useEnvironment, useEnvironmentPath } from '@/api/environment';
import { useRefusal } from '@/session/useSession';
import { Ago } from '@/ui/Age';
import { RunBadge } from '@/ui/badges';
import { Button } from '@/ui/Button';
import { Mark } from '@/ui/Mark';
import { openStart } from '../dialogs';
import styles from './Header.module.css';

/** The active run by its short id, configuration and age, or that there is none. */
export function RunSummary() {
  const { data } = useEnvironment();
  const to = useEnvironmentPath();
  const refusal = useRefusal('Starting a run', ['operator']);
  if (data === undefined) {
    return <span className="muted">Run not known yet</span>;
  }
  const run = data.activeRun;
  if (run === undefined) {
    return (
      <>
        <span>No run</span>
        <Button small refusal={refusal} onPress={() => openStart()}>
          Start…
        </Button>
      </>
    );
  }
  return (
    <>
      {run.state === 'ACTIVE' ? <Mark shape="running" /> : <RunBadge state={run.state} />}
      <span className={styles['text']}>
        <Link href={to(`runs/${run.runId}`)}>Run {run.runId.slice(0, 4)}</Link> «{run.snapshot.name}» v
        {run.configuration.version}, <Ago at={run.startedAt} short />
      </span>
    </>
  );
}
