import Big from 'big.js';

/** A decimal as the APIs write it, such as `0.000120`. It never becomes a `number`, which could not hold it. */
export type Decimal = string;

const SHAPE = /^-?\d+(\.\d+)?$/;
/** U+202F: narrower than a space, never at the end of a line, and no sign that readers take for a decimal point. */
const THIN_SPACE = '\u202f';

export interface DecimalParts {
  /** `-` or nothing. */
  sign: string;
  /** Digits before the point, grouped by three. */
  whole: string;
  /** Zeros after the point of a number below 1, before its first other digit; shown muted. */
  zeros: string;
  /** The remaining digits after the point. */
  rest: string;
}

/** Splits a decimal for display, with every digit of it. Returns undefined for text that is no decimal. */
export function decimalParts(value: Decimal, leastFraction = 0): DecimalParts | undefined {
  if (!SHAPE.test(value)) {
    return undefined;
  }
  const sign = value.startsWith('-') ? '-' : '';
  const [whole = '0', given = ''] = value.slice(sign.length).split('.');
  const plain = whole.replace(/^0+(?=\d)/, '');
  const fraction = given.padEnd(leastFraction, '0');
  const zeros = plain === '0' && /[1-9]/.test(fraction) ? (/^0*/.exec(fraction)?.[0] ?? '') : '';
  return { sign, whole: grouped(plain), zeros, rest: fraction.slice(zeros.length) };
}

function grouped(digits: string): string {
  return digits.length <= 4 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
}

/** A decimal as one text, for sentences and titles. */
export function decimalText(value: Decimal, leastFraction = 0): string {
  const parts = decimalParts(value, leastFraction);
  if (parts === undefined) {
    return value;
  }
  const fraction = parts.zeros + parts.rest;
  return parts.sign.replace('-', '\u2212') + parts.whole + (fraction === '' ? '' : `.${fraction}`);
}

/** An amount of money: at least two digits after the point, all that there are. */
export function amountText(value: Decimal, asset?: string): string {
  const text = decimalText(trimmed(value), 2);
  return asset === undefined ? text : `${text} ${asset}`;
}

/** Without zeros at the end of the fraction, which the APIs may write and which say nothing. */
export function trimmed(value: Decimal): Decimal {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value;
}

/** The share of `used` in `limit` from 0 on; undefined where there is no share. */
export function share(used: Decimal, limit: Decimal): number | undefined {
  if (!SHAPE.test(used) || !SHAPE.test(limit)) {
    return undefined;
  }
  const whole = new Big(limit);
  if (whole.lte(0)) {
    return new Big(used).gt(0) || whole.eq(0) ? 1 : undefined;
  }
  return Math.max(0, new Big(used).div(whole).toNumber());
}

/** Whole percent, rounded down, so that 100 % is shown only when nothing is left. */
export function percent(part: number): string {
  return `${Math.floor(part * 100)}\u00a0%`;
}

/** A fraction as a percentage with its sign, one digit after the point: `0.0312` is `+3.1 %`. */
export function signedPercent(fraction: Decimal): string {
  const value = new Big(fraction).times(100).round(1);
  const sign = value.gt(0) ? '+' : value.lt(0) ? '\u2212' : '';
  return `${sign}${value.abs().toFixed(1)}\u00a0%`;
}

/** The quote asset of a pair such as `NEWT/USDT`. */
export function quoteOf(pair: string): string {
  return pair.slice(pair.lastIndexOf('/') + 1);
}

export function compareDecimals(a: Decimal, b: Decimal): number {
  return new Big(a).cmp(new Big(b));
}

export function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((total, value) => total.plus(value), new Big(0)).toFixed();
}
