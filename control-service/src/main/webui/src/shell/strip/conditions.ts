import type { EnvironmentStatus, Run } from '@/api/generated/control';
import { alertText, BREAKERS, capText, freedText } from '@/format/caps';
import { timeText } from '@/format/time';
import { GATE_ITEMS, SUSPENSIONS, wordsOf } from '@/format/words';

/** Something that is wrong, in a sentence, and the page where it is dealt with. */
export interface Condition {
  tone: 'bad' | 'warn';
  text: string;
  /** Below the environment; undefined where nothing can be done in the panel. */
  to?: string;
  action?: string;
}

/**
 * Everything that is wrong by the status of an environment: what must be acted on first, then what suffers soon.
 *
 * @param now by the servers' clock, in milliseconds
 */
export function conditionsOf(status: EnvironmentStatus, now: number): Condition[] {
  const all = [
    ...tradingState(status),
    ...run(status),
    ...quarantine(status),
    ...silentServices(status, now),
    ...alerts(status),
    ...gate(status),
  ];
  return [...all.filter((condition) => condition.tone === 'bad'), ...all.filter((condition) => condition.tone === 'warn')];
}

function tradingState({ tradingState: current }: EnvironmentStatus): Condition[] {
  if (current === undefined) {
    return [{ tone: 'warn', text: 'The trading state is not known: risk has not published it.', to: 'risk', action: 'Caps' }];
  }
  switch (current.state) {
    case 'HALTED':
      return [
        { tone: 'bad', text: `HALTED by ${current.changedBy}: ${current.reason}`, to: 'risk', action: 'Set trading state…' },
      ];
    case 'REDUCING':
      return [
        {
          tone: 'warn',
          text: `REDUCING, only sells are sent. By ${current.changedBy}: ${current.reason}`,
          to: 'risk',
          action: 'Set trading state…',
        },
      ];
    case 'ACTIVE':
      return [];
  }
}

function run({ activeRun }: EnvironmentStatus): Condition[] {
  if (activeRun === undefined) {
    return [];
  }
  const name = `Run ${activeRun.runId.slice(0, 4)}`;
  const suspended: Condition[] =
    activeRun.suspension === undefined
      ? []
      : [
          {
            tone: 'bad',
            text: `${name} sends no orders: ${wordsOf(SUSPENSIONS, activeRun.suspension.reason)}.`,
            to: 'credentials',
            action: 'Validate',
          },
        ];
  const asset = assetOf(activeRun);
  const caps = (activeRun.caps ?? []).map<Condition>((reached) => ({
    tone: 'bad',
    text: `No further buys. ${BREAKERS.includes(reached.cap) ? 'Breaker tripped: ' : ''}${capText(reached, asset)}; ${freedText(reached.cap, reached.until)}.`,
    to: 'risk',
    action: 'Caps',
  }));
  return [...suspended, ...caps];
}

function assetOf(run: Run | undefined): string | undefined {
  return run?.snapshot.symbols.quoteAssets?.[0];
}

function quarantine({ quarantined }: EnvironmentStatus): Condition[] {
  const count = quarantined?.records.length ?? 0;
  return count === 0
    ? []
    : [
        {
          tone: 'bad',
          text: `Nothing is bought: ${count === 1 ? 'a record' : `${count} records`} could not be processed and must be acknowledged.`,
          to: 'risk',
          action: 'Records',
        },
      ];
}

/** A silence is critical only while a run needs the service; an alert about it says the same and is not said twice. */
function silentServices({ services, activeRun }: EnvironmentStatus, now: number): Condition[] {
  return services
    .filter((service) => !service.alive)
    .map(({ service, lastHeardAt }) => ({
      tone: activeRun === undefined ? 'warn' : 'bad',
      text: `Nothing heard from ${service}${lastHeardAt === undefined ? '' : ` since ${timeText(lastHeardAt, now)}`}.`,
    }));
}

function alerts({ alerts: open, activeRun, services, quarantined }: EnvironmentStatus): Condition[] {
  const reached = (activeRun?.caps ?? []).map(({ cap }) => cap as string);
  return open
    .filter(({ kind, subject }) => {
      const said =
        // What is used up is not said to be nearly so, too.
        (isOfCap(kind) && reached.includes(subject.replace(/ near$/, ''))) ||
        (kind === 'SERVICE_SILENT' && services.some(({ service, alive }) => service === subject && !alive)) ||
        (kind === 'RECORD_QUARANTINED' && quarantined !== undefined);
      return !said;
    })
    .filter(({ severity }) => severity !== 'INFO')
    .map(({ kind, severity, summary, cap }) => ({
      tone: severity === 'CRITICAL' || kind === 'CAP_REACHED' ? 'bad' : 'warn',
      text: alertText({ kind, summary, cap }, assetOf(activeRun)),
      ...(isOfCap(kind) ? { to: 'risk', action: 'Caps' } : { to: 'alerts', action: 'Alerts' }),
    }));
}

/** Items of the gate that the strip names by themselves. */
const NAMED = ['trading-state', 'records'];

/** Without a run the gate says whether one could buy; while one is active, it says nothing of that one. */
function gate({ activeRun, ready, readiness }: EnvironmentStatus): Condition[] {
  const failing = readiness.filter(({ name, ok }) => !ok && !NAMED.includes(name)).map(({ name }) => wordsOf(GATE_ITEMS, name));
  return activeRun !== undefined || ready || failing.length === 0
    ? []
    : [{ tone: 'warn', text: `No run can start: ${failing.join(', ')} not in order.`, to: 'now', action: 'Health' }];
}

function isOfCap(kind: string): boolean {
  return kind === 'CAP_REACHED' || kind === 'CAP_NEAR';
}
