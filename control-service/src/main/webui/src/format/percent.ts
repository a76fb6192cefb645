import Big from 'big.js';
import type { Decimal } from './decimal';

const PERCENT = /^(\d{1,5}(?:\.\d{1,4})?)\s*%?$/;

/** What a person types as `20` or `20 %`, as the API has it: 0.2; undefined for anything else. */
export function fractionOf(typed: string): Decimal | undefined {
  const [, number] = PERCENT.exec(typed.trim()) ?? [];
  return number === undefined ? undefined : new Big(number).div(100).toFixed();
}

/** A fraction of the API as a person types it: `20` for 0.2. */
export function typedPercent(fraction: Decimal): string {
  return new Big(fraction).times(100).toFixed();
}

/** A fraction of the API as a person reads it. */
export function percentOf(fraction: Decimal): string {
  return `${typedPercent(fraction)}\u00a0%`;
}
