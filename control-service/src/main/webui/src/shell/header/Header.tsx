import { useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { control } from '@/api';
import { certainOffset, CLOCK_WARNING, serverNow } from '@/api/clock';
import { useEnvironment, useEnvironmentName } from '@/api/environment';
import { onTick } from '@/api/ticker';
import { useAge, usePolled } from '@/api/usePolled';
import { durationText } from '@/format/duration';
import { utcNow } from '@/format/time';
import { TradingStateBadge } from '@/ui/badges';
import { Mark } from '@/ui/Mark';
import { HaltButton } from '../halt/HaltButton';
import { StopButton } from '../stop/StopButton';
import styles from './Header.module.css';
import { PersonMenu } from './PersonMenu';
import { RunSummary } from './RunSummary';

export function Header() {
  const { data } = useEnvironment();
  const live = data !== undefined && data.mode !== 'PAPER';
  return (
    <header className={`${styles['header']} ${live ? styles['live'] : ''}`}>
      <div className={styles['inner']}>
        <span className={styles['brand']}>Firstfill</span>
        <EnvironmentChoice />
        {data !== undefined && (
          <span className={`${styles['mode']} ${live ? '' : styles['paper']}`}>
            {live ? `${data.mode} real money` : 'PAPER simulated'}
          </span>
        )}
        {data?.tradingState !== undefined && <TradingStateBadge state={data.tradingState.state} />}
        <span className={styles['run']}>
          <RunSummary />
        </span>
        <span className={styles['end']}>
          <Clock />
          <span className={styles['actions']}>
            <StopButton />
            <HaltButton />
          </span>
          <span className={styles['person']}>
            <PersonMenu />
          </span>
        </span>
      </div>
    </header>
  );
}

/** Another environment begins at its first page: filters of one mean nothing in another. */
function EnvironmentChoice() {
  const chosen = useEnvironmentName();
  const [, navigate] = useLocation();
  const { data } = usePolled(['control', 'environments'], (signal) => control.listEnvironments({ signal }), { poll: false });
  const names = data?.map(({ environment }) => environment) ?? [];
  return (
    <select
      aria-label="Environment"
      className={styles['choice']}
      value={chosen}
      onChange={(event) => navigate(`/env/${event.target.value}/now`)}
    >
      {(names.includes(chosen) ? names : [chosen, ...names]).map((name) => (
        <option key={name}>{name}</option>
      ))}
    </select>
  );
}

/** The servers' time, and how old what the shell shows is. */
function Clock() {
  const { hash } = useEnvironment();
  const age = useAge([hash]);
  const now = useSyncExternalStore(onTick, () => utcNow(serverNow()).slice(11));
  const off = useSyncExternalStore(onTick, () => Math.round(certainOffset() / 1_000));
  const title =
    age.state === 'waiting' ? 'Control has not answered yet' : `Control answered ${durationText(age.seconds)} ago`;
  return (
    <span className={`${styles['clock']} ${age.state === 'fresh' ? '' : styles['old']}`} title={title}>
      {now} <Mark shape="waiting" size={12} />
      {age.state === 'waiting' ? '…' : durationText(age.seconds)}
      {Math.abs(off) * 1_000 >= CLOCK_WARNING && (
        <span> This computer&apos;s clock is {Math.abs(off)} s {off < 0 ? 'ahead' : 'behind'}.</span>
      )}
    </span>
  );
}
