import type { CredentialStatus } from '@/api/generated/control';
import { millisOf } from '@/format/time';

/** How much a person must do: nothing, look at it, or act. */
export type Tone = 'ok' | 'warn' | 'bad';

const DAY = 86_400_000;
/** Days from which on the end of a key is near, and then pressing. */
const NEAR = 14;
const PRESSING = 3;

/** Whole days until a key ends that is bound to no address; negative after it. */
export function daysLeft(endsBy: string, now: number): number {
  return Math.floor((millisOf(endsBy) - now) / DAY);
}

export function toneOfDays(days: number): Tone {
  return days < PRESSING ? 'bad' : days < NEAR ? 'warn' : 'ok';
}

export function daysText(days: number): string {
  if (days < 0) {
    return 'Its time is over if the key is bound to no address, which the exchange does not tell.';
  }
  return `${days} ${days === 1 ? 'day' : 'days'} left if the key is bound to no address, which the exchange does not tell.`;
}

export interface Advice {
  tone: Tone;
  /** What is, and what to do. */
  text: string;
}

/** What is to be said of a key besides its end, the most important first. */
export function adviceOf(credential: CredentialStatus): readonly Advice[] {
  const { canTrade, canWithdraw, refusedAddress, status } = credential;
  const more: Advice[] = [];
  if (refusedAddress !== undefined) {
    more.push({ tone: 'bad', text: `It is bound to other addresses than ours, ${refusedAddress}.` });
  }
  if (status === 'VALIDATED' && canTrade === false) {
    more.push({ tone: 'bad', text: 'This key may not trade. Give it the right, then validate.' });
  }
  if (canWithdraw === true) {
    more.push({ tone: 'warn', text: 'This key may withdraw, which is never needed. Replace it.' });
  }
  return [stateOf(credential), ...more];
}

function stateOf({ status, path, version, exchangeCode }: CredentialStatus): Advice {
  switch (status) {
    case 'VALIDATED':
      return { tone: 'ok', text: 'Works.' };
    case 'MISSING':
      return { tone: 'bad', text: `There is no key${path === undefined ? '' : ` at ${path}`}. Store one, then validate.` };
    case 'REJECTED':
      return {
        tone: 'bad',
        text: `The exchange refused the key${exchangeCode === undefined ? '' : ` with code ${exchangeCode}`}. Replace it, then validate.`,
      };
    case 'ROTATED':
      return {
        tone: 'bad',
        text: `${version === undefined ? 'The key' : `Version ${version}`} is new and not yet proven. No orders leave until you validate it.`,
      };
    case 'UNKNOWN':
      return { tone: 'warn', text: 'The trader has not said anything of it yet.' };
    default:
      // A newer service may know a state that this panel does not.
      return { tone: 'warn', text: `Its state is ${String(status)}, which this panel does not know.` };
  }
}
