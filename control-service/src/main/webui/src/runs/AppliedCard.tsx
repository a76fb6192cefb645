import { Link } from 'wouter';
import { useEnvironmentPath } from '@/api/environment';
import type { AppliedConfiguration } from '@/api/generated/ledger';
import { Card } from '@/ui/Card';
import { Differences } from '@/ui/Differences';
import { Empty } from '@/ui/Empty';
import { Time } from '@/ui/Time';
import { useApplied } from './queries';
import styles from './Runs.module.css';

/** The versions that a run has used, each with who applied it, why, and what it changed. */
export function AppliedCard({ runId, asset }: { runId: string; asset: string | undefined }) {
  const applied = useApplied(runId);
  return (
    <Card title="Versions it has used" count={applied.data?.length} of={[applied]} who="the ledger" lines={2} flush>
      {applied.data?.length === 0 ? (
        <Empty flush>None is recorded.</Empty>
      ) : (
        <ol>
          {applied.data?.map((one) => (
            <li key={one.appliedAt + one.version}>
              <Applied one={one} asset={asset} />
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

function Applied({ one, asset }: { one: AppliedConfiguration; asset: string | undefined }) {
  const to = useEnvironmentPath();
  const { configurationId, version, previousVersion, appliedBy, appliedAt, reason, changes } = one;
  return (
    <>
      <p className={styles['applied']}>
        <Link href={to(`configurations/${configurationId}?version=${version}`)}>v{version}</Link>
        <span className="muted">
          {previousVersion === undefined ? 'started' : 'applied'} {appliedBy === undefined ? '' : `by ${appliedBy} `}
          <Time at={appliedAt} />
        </span>
        {reason !== undefined && <span>{reason}</span>}
      </p>
      {changes.length > 0 && (
        <Differences
          caption={`What v${version} changed`}
          from={previousVersion === undefined ? 'before' : `v${previousVersion}`}
          to={`v${version}`}
          rows={changes}
          asset={asset}
        />
      )}
    </>
  );
}
