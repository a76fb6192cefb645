import type { EnvironmentStatus, Run } from '@/api/generated/control';
import type { ListingItem, OrderItem } from '@/api/generated/ledger';
import { amountText, quoteOf } from '@/format/decimal';
import { reasonText, CAPS, SUSPENSIONS, wordsOf } from '@/format/words';
import { millisOf } from '@/format/time';

/** What became of a listing, or will. */
export interface Said {
  text: string;
  /** What was bought, or will be, stands out. */
  buys: boolean;
}

/** What of an environment decides whether a run buys. */
export type Sending = Pick<EnvironmentStatus, 'activeRun' | 'tradingState' | 'quarantined' | 'services'>;

/** Why the active run sends no buy at all now, armed or not; undefined where it does, and without a run. */
export function buysNothing({ activeRun, tradingState, quarantined }: Sending): string | undefined {
  if (activeRun === undefined) {
    return undefined;
  }
  if (tradingState === undefined) {
    return 'the trading state is not known';
  }
  if (tradingState.state !== 'ACTIVE') {
    return `the environment is ${tradingState.state}`;
  }
  return ended(activeRun) ?? held(quarantined);
}

function ended({ state, suspension }: Run): string | undefined {
  switch (state) {
    case 'SUSPENDED':
      return `the run is suspended${suspension === undefined ? '' : `: ${wordsOf(SUSPENSIONS, suspension.reason)}`}`;
    case 'STOP_REQUESTED':
    case 'STOPPING':
    case 'STOPPED':
      return 'the run is being stopped';
    default:
      return undefined;
  }
}

function held(quarantined: Sending['quarantined']): string | undefined {
  return (quarantined?.records.length ?? 0) === 0 ? undefined : 'a record must be acknowledged';
}

/** What cannot be known while a service is silent: it may act all the same. Undefined while all are heard. */
export function unheard(services: Sending['services'], of: (service: string) => boolean = () => true): string | undefined {
  const names = services.filter(({ service, alive }) => !alive && of(service)).map(({ service }) => service);
  return names.length === 0 ? undefined : `nothing is heard from ${names.join(' and ')}`;
}

/**
 * Why no further buy is begun, by the caps that are used up; undefined where there is room, or will be by then.
 *
 * @param at when the buy would be; undefined for now
 */
export function usedUp({ caps }: Pick<Run, 'caps'>, at?: string): string | undefined {
  const full = (caps ?? []).filter(({ until }) => at === undefined || until === undefined || millisOf(until) > millisOf(at));
  return full.length === 0 ? undefined : `used up: ${full.map(({ cap }) => wordsOf(CAPS, cap)).join('; ')}`;
}

/** What the active run will do about an opening that is ahead, or why it will do nothing. */
export function outlookOf(listing: ListingItem, status: Sending, armed: OrderItem | undefined): Said {
  const no = (text: string): Said => ({ text, buys: false });
  const { terms, verdict, pair } = listing;
  const run = status.activeRun;
  if (terms?.leaveAlone === true) {
    return no(`left alone by ${terms.changedBy}: ${terms.reason}`);
  }
  const nothing = buysNothing(status);
  if (nothing !== undefined) {
    return no(`no buy is sent: ${nothing}`);
  }
  const unknown = unheard(status.services, armed === undefined ? undefined : (service) => service === 'trader');
  if (run !== undefined && unknown !== undefined) {
    return no(`not known: ${unknown}`);
  }
  if (armed?.quoteAmount !== undefined) {
    return { text: `armed, ${amountText(armed.quoteAmount, quoteOf(pair))}`, buys: true };
  }
  if (verdict === 'DISQUALIFIED') {
    const reasons = listing.reasons.map(reasonText).join(', ');
    return no(`no buy: ${reasons === '' ? 'the exchange does not allow it' : reasons}`);
  }
  if (run === undefined) {
    return no('no run is active');
  }
  return decided(listing, run);
}

function decided({ decisions, terms, pair, openingTime }: ListingItem, run: Run): Said {
  const decision = decisions.filter(({ runId }) => runId === run.runId).at(-1);
  if (decision === undefined) {
    return { text: 'not decided yet', buys: false };
  }
  if (decision.reason !== undefined) {
    const detail = decision.detail === undefined ? '' : `; ${decision.detail}`;
    return { text: `left out: ${reasonText(decision.reason)}${detail}`, buys: false };
  }
  const full = usedUp(run, openingTime);
  if (full !== undefined) {
    return { text: `no buy, as it stands; ${full}`, buys: false };
  }
  return { text: `will be bought for ${amountText(terms?.quoteAmount ?? run.snapshot.quoteAmount, quoteOf(pair))}`, buys: true };
}
