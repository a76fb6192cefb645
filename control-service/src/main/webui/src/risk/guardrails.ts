import type { Guardrails, GuardrailsDraft } from '@/api/generated/control';
import { compareDecimals } from '@/format/decimal';

type Limit = keyof Guardrails;

export interface LimitField {
  name: Limit;
  label: string;
  /** The cap that the limit is of. */
  cap: string;
  /** Counts are whole numbers in the API, amounts are decimals. */
  count: boolean;
}

export const LIMITS: readonly LimitField[] = [
  { name: 'tradesPerHour', label: 'Trades, 60 min', cap: 'TRADES_PER_HOUR', count: true },
  { name: 'spendPerRun', label: 'Spend, run', cap: 'SPEND', count: false },
  { name: 'spendPerDay', label: 'Spend, UTC day', cap: 'SPEND_PER_DAY', count: false },
  { name: 'concurrentListings', label: 'Listings at once', cap: 'CONCURRENT_LISTINGS', count: true },
  { name: 'openPositions', label: 'Open positions', cap: 'OPEN_POSITIONS', count: true },
  { name: 'lossPerDay', label: 'Loss, UTC day', cap: 'LOSS_PER_DAY', count: false },
  { name: 'consecutiveFailures', label: 'Failures in a row', cap: 'CONSECUTIVE_FAILURES', count: true },
];

/** What is typed for each limit; empty is no limit. */
export type Typed = Readonly<Record<Limit, string>>;

export function typedOf(guardrails: Guardrails): Typed {
  const entries = LIMITS.map(({ name }) => [name, String(guardrails[name] ?? '')]);
  return Object.fromEntries(entries) as Typed;
}

const COUNT = /^\d{1,9}$/;
const AMOUNT = /^\d{1,20}(\.\d{1,20})?$/;

/** What keeps a text from being sent at all; the ranges are the API's to check. */
export function unreadable({ count }: LimitField, text: string): string | undefined {
  const typed = text.trim();
  if (typed === '' || (count ? COUNT : AMOUNT).test(typed)) {
    return undefined;
  }
  return count ? 'must be a whole number, or empty for no limit' : 'must be an amount such as 250 or 49.5, or empty for no limit';
}

export interface LimitChange {
  field: LimitField;
  from: string | undefined;
  to: string | undefined;
  /** A limit that is raised or taken away allows more. */
  loosens: boolean;
}

/** The limits in which what is typed differs from what is in force. Texts that are no numbers are left out. */
export function changesOf(inForce: Guardrails, typed: Typed): LimitChange[] {
  return LIMITS.flatMap((field) => {
    const from = field.name in inForce ? String(inForce[field.name]) : undefined;
    const text = typed[field.name].trim();
    const to = text === '' ? undefined : text;
    if (unreadable(field, text) !== undefined || isSame(from, to)) {
      return [];
    }
    return [{ field, from, to, loosens: from !== undefined && (to === undefined || compareDecimals(to, from) > 0) }];
  });
}

function isSame(from: string | undefined, to: string | undefined): boolean {
  return from === undefined || to === undefined ? from === to : compareDecimals(from, to) === 0;
}

export function draftOf(typed: Typed, reason: string): GuardrailsDraft {
  const limits = LIMITS.flatMap(({ name, count }) => {
    const text = typed[name].trim();
    return text === '' ? [] : [[name, count ? Number(text) : text]];
  });
  return { ...(Object.fromEntries(limits) as Guardrails), reason };
}
