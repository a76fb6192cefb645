import { amountText, decimalText, trimmed, type Decimal } from './decimal';
import { CAP_LEVELS, CAPS, wordsOf } from './words';

/** Caps whose amounts are money; the others count things. */
export const MONEY_CAPS: readonly string[] = ['SPEND', 'SPEND_PER_DAY', 'LOSS_PER_DAY'];
/** Caps that trip and stay so until a person resets them. */
export const BREAKERS: readonly string[] = ['LOSS_PER_DAY', 'CONSECUTIVE_FAILURES'];

/** A cap with its numbers; the level is not known of records that were written before it was stated. */
export interface CapNumbers {
  cap: string;
  used: Decimal;
  limit: Decimal;
  level?: string | undefined;
}

/** `Spend, run: 250.00 of 250.00 USDT, the limit of the run`. */
export function capText({ cap, used, limit, level }: CapNumbers, asset?: string): string {
  const money = MONEY_CAPS.includes(cap);
  const text = (value: Decimal, unit?: string): string => (money ? amountText(value, unit) : decimalText(trimmed(value)));
  const of = level === undefined ? '' : `, the limit of the ${wordsOf(CAP_LEVELS, level)}`;
  return `${wordsOf(CAPS, cap)}: ${text(used)} of ${text(limit, asset)}${of}`;
}

/** What frees a cap, where time alone does not. */
const FREED: Readonly<Record<string, string>> = {
  TRADES_PER_HOUR: 'free an hour after the first of its buys',
  SPEND: 'free by a higher limit, or a new run',
  SPEND_PER_DAY: 'free at the end of the UTC day, or by a higher limit',
  CONCURRENT_LISTINGS: 'free when one of the listings is settled',
  OPEN_POSITIONS: 'free when a position is sold',
  LOSS_PER_DAY: 'free when a person resets it',
  CONSECUTIVE_FAILURES: 'free when a person resets it',
};

/** What frees a cap that is used up: time, a sale, the end of a run, or a person. */
export function freedText(cap: string, until?: string): string {
  return until === undefined || BREAKERS.includes(cap) ? wordsOf(FREED, cap) : `free by itself at ${until.slice(11, 19)}Z`;
}

/** An alert, with the numbers of its cap where risk stated them: records of before have them in the summary alone. */
export interface StatedAlert {
  kind: string;
  summary: string;
  cap?: (CapNumbers & { until?: string | undefined }) | undefined;
}

/** The summary of an alert about a cap, in words; others as they came. */
export function alertText({ kind, summary, cap }: StatedAlert, asset?: string): string {
  if (cap === undefined) {
    return summary;
  }
  const numbers = capText(cap, asset);
  if (kind === 'CAP_NEAR') {
    return `80 % or more is used of ${numbers}.`;
  }
  return kind === 'CAP_REACHED' ? `No further buys. ${numbers}; ${freedText(cap.cap, cap.until)}.` : summary;
}

/** What an alert is about: of a cap its name in words, else as it came. */
export function alertSubject(kind: string, subject: string): string {
  return kind === 'CAP_REACHED' || kind === 'CAP_NEAR' ? wordsOf(CAPS, subject.replace(/ near$/, '')) : subject;
}
