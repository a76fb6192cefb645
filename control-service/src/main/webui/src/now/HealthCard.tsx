import type { ReactNode } from 'react';
import { serverNow } from '@/api/clock';
import { useEnvironment } from '@/api/environment';
import type { CredentialStatus, EnvironmentStatus, OpenAlert } from '@/api/generated/control';
import { millisOf } from '@/format/time';
import { CREDENTIALS, GATE_ITEMS, wordsOf } from '@/format/words';
import { Ago } from '@/ui/Age';
import { Card } from '@/ui/Card';
import { Mark } from '@/ui/Mark';
import { unheard } from '@/ui/outlook';
import { moneyOf, moneyText } from './balance';
import styles from './HealthCard.module.css';

export function HealthCard() {
  const environment = useEnvironment();
  return (
    <Card title="Health" of={[environment]} who="control" lines={6}>
      {environment.data !== undefined && <Facts status={environment.data} />}
    </Card>
  );
}

const FEEDS = ['FEED_SILENT', 'FEED_DEGRADED'];
const EXCHANGE = ['CLOCK_SKEW', 'CLOCK_DRIFT', 'THROTTLED', 'ACCOUNT_REFUSED', 'UNKNOWN_STATUS', 'UNREADABLE_ANSWER'];

function Facts({ status }: { status: EnvironmentStatus }) {
  const { readiness, alerts, credential, services } = status;
  const failing = readiness.filter(({ ok }) => !ok);
  const of = (kinds: readonly string[]): OpenAlert[] => alerts.filter(({ kind }) => kinds.includes(kind));
  return (
    <dl className={styles['facts']}>
      <dt>Gate</dt>
      <dd>
        {failing.length === 0 ? (
          <Line tone="ok">
            {readiness.length} of {readiness.length} in order
          </Line>
        ) : (
          failing.map(({ name, remedy }) => (
            <Line key={name} tone="bad">
              {wordsOf(GATE_ITEMS, name)}: {remedy}
            </Line>
          ))
        )}
      </dd>
      <dt>Feeds</dt>
      <dd>
        <Alerts alerts={of(FEEDS)} fine="no feed is silent" unknown={unheard(services, (service) => service === 'scanner')} />
      </dd>
      <dt>Exchange</dt>
      <dd>
        <Alerts alerts={of(EXCHANGE)} fine="clock in order, not throttled" unknown={unheard(services, (service) => service !== 'risk')} />
      </dd>
      <dt>Key</dt>
      <dd>
        <Key credential={credential} />
      </dd>
      <dt>Balance</dt>
      <dd>
        <Balance status={status} />
      </dd>
    </dl>
  );
}

/** @param unknown why no alert means nothing: who would raise it is silent */
function Alerts({ alerts, fine, unknown }: { alerts: readonly OpenAlert[]; fine: string; unknown: string | undefined }) {
  if (alerts.length === 0) {
    return unknown === undefined ? <Line tone="ok">{fine}</Line> : <Line tone="warn">not known: {unknown}</Line>;
  }
  return (
    alerts.map(({ kind, subject, severity, summary }) => (
      <Line key={`${kind} ${subject}`} tone={severity === 'CRITICAL' ? 'bad' : 'warn'}>
        {summary}
      </Line>
    ))
  );
}

/** What there is to spend, as the trader reported it last. */
function Balance({ status: { balances, alerts, services } }: { status: EnvironmentStatus }) {
  const low = alerts.some(({ kind }) => kind === 'BALANCE_LOW');
  const old = unheard(services, (service) => service === 'trader') !== undefined;
  if (balances === undefined) {
    return <Line tone="warn">not reported yet</Line>;
  }
  const money = moneyOf(balances.balances);
  return (
    <>
      {money.length === 0 && <Line tone="warn">no quote asset is held</Line>}
      {money.map((balance) => (
        <Line key={balance.asset} tone={balance.buys === 0 ? 'bad' : low || old ? 'warn' : 'ok'}>
          {moneyText(balance)} <span className="muted nowrap">as of <Ago at={balances.asOf} short /> ago</span>
        </Line>
      ))}
    </>
  );
}

const DAY = 86_400_000;

function Key({ credential: { status, since, unboundKeyEndsBy, canWithdraw } }: { credential: CredentialStatus }) {
  const days = unboundKeyEndsBy === undefined ? undefined : Math.floor((millisOf(unboundKeyEndsBy) - serverNow()) / DAY);
  return (
    <>
      <Line tone={status === 'VALIDATED' ? 'ok' : status === 'UNKNOWN' ? 'warn' : 'bad'}>
        {wordsOf(CREDENTIALS, status)}
        {since !== undefined && (
          <>
            {' '}
            <Ago at={since} /> ago
          </>
        )}
      </Line>
      {days !== undefined && (
        <Line tone={days < 3 ? 'bad' : days < 14 ? 'warn' : 'ok'}>{days === 1 ? '1 day' : `${days} days`} left, if bound to no address</Line>
      )}
      {canWithdraw === true && <Line tone="warn">may withdraw, which is never needed: replace it</Line>}
    </>
  );
}

function Line({ tone, children }: { tone: 'ok' | 'warn' | 'bad'; children: ReactNode }) {
  return (
    <span className={styles['line']}>
      <span className={styles[tone]}>
        <Mark shape={tone} />
      </span>
      <span>{children}</span>
    </span>
  );
}
