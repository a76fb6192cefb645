import { Link } from 'wouter';
import { useEnvironmentPath } from '@/api/environment';
import type { Drift } from '@/api/generated/ledger';
import type { Difference } from '@/format/configuration';
import { Badge } from '@/ui/Badge';
import { Card } from '@/ui/Card';
import { Differences } from '@/ui/Differences';
import { Empty } from '@/ui/Empty';
import { useDrift } from './queries';
import styles from './Runs.module.css';

/** Whether what runs is what was started: its configuration, the guardrails over it, the settings of the services. */
export function DriftCard({ runId, asset }: { runId: string; asset: string | undefined }) {
  const drift = useDrift(runId);
  const drifted = drift.data?.drifted === true;
  return (
    <Card
      title="Drift"
      of={[drift]}
      who="the ledger"
      lines={2}
      flush
      aside={
        drifted ? (
          <Badge tone="warn" shape="warn">
            differs from what was started
          </Badge>
        ) : undefined
      }
    >
      {drift.data !== undefined && (drifted ? <Parts drift={drift.data} asset={asset} /> : <Empty flush>It runs as it was started, with the latest version.</Empty>)}
    </Card>
  );
}

function Parts({ drift, asset }: { drift: Drift; asset: string | undefined }) {
  const { configuration, guardrails, services } = drift;
  return (
    <>
      <Configuration configuration={configuration} asset={asset} />
      {guardrails.differences.length > 0 && (
        <>
          <h3 className={styles['part']}>Guardrails</h3>
          <Differences caption="Guardrails" from="at the start" to="now" rows={changed(guardrails.differences)} judged={false} />
        </>
      )}
      {services
        .filter(({ differences }) => differences.length > 0)
        .map(({ service, differences }) => (
          <section key={service} aria-label={`Settings of ${service}`}>
            <h3 className={styles['part']}>Settings of {service}</h3>
            <Differences caption={`Settings of ${service}`} from="at the start" to="now" rows={changed(differences)} judged={false} />
          </section>
        ))}
    </>
  );
}

function Configuration({ configuration, asset }: { configuration: Drift['configuration']; asset: string | undefined }) {
  const to = useEnvironmentPath();
  const { configurationId, runningVersion, latestVersion, differences } = configuration;
  if (differences.length === 0 && runningVersion === latestVersion) {
    return null;
  }
  return (
    <>
      <p className={styles['note']}>
        v{runningVersion} runs, v{latestVersion} is the latest.{' '}
        <Link href={to(`configurations/${configurationId}/compare?from=${runningVersion}&to=${latestVersion}`)}>Compare and apply</Link>
      </p>
      <Differences
        caption="Configuration"
        from={`v${runningVersion}, runs`}
        to={`v${latestVersion}, latest`}
        asset={asset}
        rows={differences.map(({ path, running, now }) => ({ path, from: running, to: now }))}
      />
    </>
  );
}

function changed(differences: readonly { path: string; atStart?: unknown; now?: unknown }[]): Difference[] {
  return differences.map(({ path, atStart, now }) => ({ path, from: atStart, to: now }));
}
