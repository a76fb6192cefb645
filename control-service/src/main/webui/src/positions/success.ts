import Big from 'big.js';
import type { SuccessRate } from '@/api/generated/ledger';
import type { Decimal } from '@/format/decimal';

/** A rate such as `0.7512` as whole percent, rounded down: 100 % is all of them. */
export function wholePercent(rate: Decimal): string {
  return `${new Big(rate).times(100).round(0, Big.roundDown).toFixed()}\u00a0%`;
}

type Words = (code: string) => string;

/** What became of the wanted listings that were not bought, the most frequent first, with reasons where they are known. */
export function whyNot({ outcomes, denied, rejected }: Pick<SuccessRate, 'outcomes' | 'denied' | 'rejected'>, outcome: Words, reason: Words): string[] {
  const reasons: Readonly<Record<string, Readonly<Record<string, number>>>> = { DENIED: denied, REJECTED: rejected };
  return sorted(outcomes)
    .filter(([code]) => code !== 'BOUGHT')
    .map(([code, count]) => {
      const because = sorted(reasons[code] ?? {}).map(([why, times]) => (times === count ? reason(why) : `${times} ${reason(why)}`));
      return `${count} ${outcome(code)}${because.length === 0 ? '' : ` (${because.join(', ')})`}`;
    });
}

function sorted(counts: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([a, most], [b, least]) => least - most || a.localeCompare(b));
}
