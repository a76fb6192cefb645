import type { CeilingsStatus, Configuration, Guardrails } from '@/api/generated/control';
import { compareDecimals, type Decimal } from '@/format/decimal';

/** A limit, and by whom it is set. */
export interface Limit<T> {
  value: T;
  by: 'configuration' | 'guardrail' | 'ceiling';
}

export interface Limits {
  listing: Limit<Decimal>;
  run: Limit<Decimal>;
  hour: Limit<number>;
  atOnce: Limit<number>;
  /** Undefined where neither limits it. */
  day: Limit<Decimal> | undefined;
}

/** What binds a run of a configuration: the strictest of its own caps, the guardrails and the ceilings. */
export function limitsOf(
  { quoteAmount, caps }: Configuration,
  guardrails: Guardrails | undefined,
  ceilings: Pick<CeilingsStatus, 'quoteAmount' | 'spend' | 'tradesPerHour'> | undefined,
): Limits {
  return {
    listing: strictest([quoteAmount, undefined, ceilings?.quoteAmount], quoteAmount, compareDecimals),
    run: strictest([caps.spend, guardrails?.spendPerRun, ceilings?.spend], caps.spend, compareDecimals),
    hour: strictest([caps.tradesPerHour, guardrails?.tradesPerHour, ceilings?.tradesPerHour], caps.tradesPerHour, byNumber),
    atOnce: strictest([caps.concurrentListings, guardrails?.concurrentListings, undefined], caps.concurrentListings, byNumber),
    day: optional([caps.spendPerDay, guardrails?.spendPerDay, undefined], compareDecimals),
  };
}

type Three<T> = readonly [configuration: T | undefined, guardrail: T | undefined, ceiling: T | undefined];
const LEVELS = ['configuration', 'guardrail', 'ceiling'] as const;

function optional<T>(values: Three<T>, compare: (a: T, b: T) => number): Limit<T> | undefined {
  return values.reduce<Limit<T> | undefined>((least, value, index) => {
    const by = LEVELS[index] ?? 'configuration';
    return value !== undefined && (least === undefined || compare(value, least.value) < 0) ? { value, by } : least;
  }, undefined);
}

function strictest<T>(values: Three<T>, otherwise: T, compare: (a: T, b: T) => number): Limit<T> {
  return optional(values, compare) ?? { value: otherwise, by: 'configuration' };
}

function byNumber(a: number, b: number): number {
  return a - b;
}
