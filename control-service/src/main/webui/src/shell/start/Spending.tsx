import { control, ledger } from '@/api';
import { useEnvironment, useEnvironmentName } from '@/api/environment';
import type { Configuration } from '@/api/generated/control';
import { ApiProblem } from '@/api/problem';
import { usePolled } from '@/api/usePolled';
import { assetOf, differencesOf, labelOf, valueText } from '@/format/configuration';
import { amountText } from '@/format/decimal';
import { RiskMark } from '@/ui/Differences';
import { limitsOf, type Limit } from './limits';
import styles from './StartDialog.module.css';

/** What a run of this configuration may spend, by the strictest level, and what there is to spend. */
export function Spending({ configuration }: { configuration: Configuration }) {
  const environment = useEnvironmentName();
  const { data: status } = useEnvironment();
  const guardrails = usePolled(['control', 'guardrails', environment], (signal) =>
    control.getGuardrails({ path: { environment }, signal }),
  );
  const asset = assetOf(configuration);
  const { listing, run, hour, atOnce, day } = limitsOf(configuration, guardrails.data?.guardrails, status?.ceilings);
  return (
    <div className={styles['summary']}>
      <p>
        At most {amountText(listing.value, asset)} a listing{by(listing)}, {amountText(run.value, asset)} in this run
        {by(run)}
        {day === undefined ? '' : `, ${amountText(day.value, asset)} a UTC day${by(day)}`}, {hour.value} buys an hour{by(hour)},{' '}
        {atOnce.value} listings at once{by(atOnce)}. <Balance asset={asset} />
      </p>
      {guardrails.data === undefined && <p className="muted">The guardrails are not read yet: they may be stricter.</p>}
    </div>
  );
}

/** Who limits it, where that is not the configuration itself. */
function by({ by: level }: Limit<unknown>): string {
  return level === 'configuration' ? '' : ` (by the ${level})`;
}

function Balance({ asset }: { asset: string | undefined }) {
  const environment = useEnvironmentName();
  const { data, failure } = usePolled(['ledger', 'balances', environment, 'latest'], (signal) =>
    ledger.getLatestBalances({ query: { environment }, signal }),
  );
  if (asset === undefined) {
    return null;
  }
  if (data === undefined) {
    return failure instanceof ApiProblem && failure.status === 404 ? 'The balance was never reported.' : 'The balance is not known yet.';
  }
  const held = data.balances.find((balance) => balance.asset === asset);
  return held === undefined ? `You have no ${asset}.` : `You have ${amountText(held.free, asset)}.`;
}

/** The run that ended last; undefined before the first one, and while it is not read. */
export function useLastRun() {
  const environment = useEnvironmentName();
  const { data } = usePolled(['ledger', 'runs', environment, 'last'], async (signal) => {
    const page = await ledger.listRuns({ query: { environment, status: ['STOPPED', 'STOPPING'], limit: 1 }, signal });
    return page.items;
  });
  return data?.[0];
}

/** How the configuration differs from what the last run started with; nothing before the first one. */
export function SinceLastRun({ configuration }: { configuration: Configuration }) {
  const last = useLastRun();
  if (last?.snapshot === undefined) {
    return null;
  }
  const differences = differencesOf(last.snapshot, configuration);
  const asset = assetOf(configuration);
  const name = `run ${last.runId.slice(0, 4)}`;
  if (differences.length === 0) {
    return <p className="muted">The same as {name} started with, the last one.</p>;
  }
  return (
    <section aria-label="Against the last run">
      <h3>± against {name}, the last one</h3>
      <ul className={styles['changes']}>
        {differences.map((difference) => (
          <li key={difference.path}>
            {labelOf(difference.path)} {valueText(difference.path, difference.from, asset)} →{' '}
            {valueText(difference.path, difference.to, asset)} <RiskMark difference={difference} />
          </li>
        ))}
      </ul>
    </section>
  );
}
