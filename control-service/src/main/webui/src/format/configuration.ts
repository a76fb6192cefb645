import { compareDecimals, amountText, decimalText, type Decimal } from './decimal';
import { isoSeconds, typedDuration } from './duration';
import { levelText, type ExitPlan, type TakeProfit } from './exitPlan';
import { percentOf } from './percent';
import { AT_STOP, ORDER_STYLES, wordsOf } from './words';

/** A configuration as both APIs give it. Its fields are known by their paths, such as `caps.spend`. */
export interface ConfigurationContent {
  name: string;
  quoteAmount: Decimal;
  symbols: { quoteAssets: string[]; allow: string[]; deny: string[] };
  orderStyle: string;
  recvWindow: string;
  signalMaxAge: string;
  latencyBudget: string;
  probeWindow: string;
  caps: {
    tradesPerHour: number;
    spend: Decimal;
    concurrentListings: number;
    spendPerDay?: Decimal;
    openPositions?: number;
    lossPerDay?: Decimal;
    consecutiveFailures?: number;
  };
  safety: { buyScheduled: boolean; buySurprise: boolean; requireQualified: boolean };
  priceCap?: Decimal;
  maxPremium?: Decimal;
  polling?: { tickerInterval?: string; calendarInterval?: string };
  exitPlan?: ExitPlan;
}

export type Kind = 'text' | 'money' | 'count' | 'duration' | 'ratio' | 'price' | 'style' | 'switch' | 'patterns' | 'assets' | 'percent' | 'levels' | 'atStop';

/** What more of a field means: more risk, less risk, or neither. */
type Direction = 'more' | 'less' | 'neither';

export interface Field {
  path: string;
  label: string;
  group: string;
  kind: Kind;
  direction: Direction;
  /** What it means that the field is not set. */
  unset?: string;
  /** Not set is without a limit, so that a value means less risk. */
  unlimited?: boolean;
}

function field(group: string, path: string, label: string, kind: Kind, direction: Direction): Field {
  return { path, label, group, kind, direction };
}

function limit(path: string, label: string, kind: Kind): Field {
  return { ...field('Caps', path, label, kind, 'more'), unset: 'no limit of the run', unlimited: true };
}

function exit(path: string, label: string, kind: Kind): Field {
  return { ...field('Exit plan', `exitPlan.${path}`, label, kind, 'neither'), unset: 'none' };
}

export const FIELDS: readonly Field[] = [
  field('How much', 'name', 'Name', 'text', 'neither'),
  field('How much', 'quoteAmount', 'Spend a listing', 'money', 'more'),
  field('Caps', 'caps.spend', 'Spend, run', 'money', 'more'),
  field('Caps', 'caps.tradesPerHour', 'Trades, 60 min', 'count', 'more'),
  field('Caps', 'caps.concurrentListings', 'Listings at once', 'count', 'more'),
  limit('caps.spendPerDay', 'Spend, UTC day', 'money'),
  limit('caps.openPositions', 'Open positions', 'count'),
  limit('caps.lossPerDay', 'Loss, UTC day', 'money'),
  limit('caps.consecutiveFailures', 'Failures in a row', 'count'),
  field('What', 'symbols.quoteAssets', 'Paid in', 'assets', 'neither'),
  { ...field('What', 'symbols.allow', 'Allow', 'patterns', 'more'), unset: 'any asset', unlimited: true },
  { ...field('What', 'symbols.deny', 'Deny', 'patterns', 'less'), unset: 'none' },
  field('What', 'safety.buyScheduled', 'Scheduled listings', 'switch', 'more'),
  field('What', 'safety.buySurprise', 'Surprise listings', 'switch', 'more'),
  field('What', 'safety.requireQualified', 'Qualified only', 'switch', 'less'),
  field('How', 'orderStyle', 'Order style', 'style', 'neither'),
  { ...field('How', 'priceCap', 'Price cap', 'price', 'more'), unset: 'none' },
  { ...field('How', 'maxPremium', 'Highest premium', 'ratio', 'more'), unset: 'none' },
  field('Timing', 'signalMaxAge', 'Oldest signal', 'duration', 'more'),
  field('Timing', 'recvWindow', 'Receive window', 'duration', 'more'),
  field('Timing', 'latencyBudget', 'Latency budget', 'duration', 'neither'),
  field('Timing', 'probeWindow', 'Probe window', 'duration', 'neither'),
  { ...field('Timing', 'polling.tickerInterval', 'Poll of symbols', 'duration', 'neither'), unset: "the scanner's" },
  { ...field('Timing', 'polling.calendarInterval', 'Poll of announcements', 'duration', 'neither'), unset: "the scanner's" },
  exit('takeProfits', 'Take profit', 'levels'),
  exit('stopLoss.below', 'Stop loss', 'percent'),
  exit('stopLoss.confirmation', 'Stop loss, confirmation', 'duration'),
  exit('stopLoss.grace', 'Stop loss, grace', 'duration'),
  exit('trailingStop.below', 'Trailing stop', 'percent'),
  exit('trailingStop.activation', 'Trailing stop, activation', 'percent'),
  exit('longestHolding', 'Longest holding', 'duration'),
  exit('floor', 'Lowest sell price', 'percent'),
  exit('atStop', 'When the run is stopped', 'atStop'),
];

export const GROUPS: readonly string[] = [...new Set(FIELDS.map(({ group }) => group))];

export function fieldOf(path: string): Field | undefined {
  return FIELDS.find((candidate) => candidate.path === path);
}

/** The label of a path; `symbols.deny[3]` is line 4 of its field. An unknown path is shown as it came. */
export function labelOf(path: string): string {
  const [, list = path, index] = /^(.*)\[(\d+)\](?:\.\w+)?$/.exec(path) ?? [];
  const label = fieldOf(list)?.label ?? list;
  return index === undefined ? label : `${label}, line ${Number(index) + 1}`;
}

/** The value at a path; undefined where the field is not set. */
export function valueAt(content: ConfigurationContent, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, name) => (value === null || value === undefined ? undefined : (value as Record<string, unknown>)[name]), content);
}

/** The asset in which amounts are; undefined where there are none or several. */
export function assetOf(content: ConfigurationContent): string | undefined {
  const { quoteAssets } = content.symbols;
  return quoteAssets.length === 1 ? quoteAssets[0] : undefined;
}

/** A value as a person reads it. */
export function valueText(path: string, value: unknown, asset?: string): string {
  const known = fieldOf(path);
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) {
    return known?.unset ?? 'not set';
  }
  if (Array.isArray(value)) {
    return known?.kind === 'levels' ? (value as TakeProfit[]).map(levelText).join('; ') : value.map(String).join(', ');
  }
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  switch (known?.kind) {
    case 'money':
      return amountText(text, asset);
    case 'price':
      return asset === undefined ? decimalText(text) : `${decimalText(text)} ${asset}`;
    case 'ratio':
      return `${decimalText(text)} over the reference price`;
    case 'duration':
      return typedDuration(text);
    case 'percent':
      return percentOf(text);
    case 'atStop':
      return wordsOf(AT_STOP, text);
    case 'style':
      return wordsOf(ORDER_STYLES, text);
    case 'switch':
      return value === true ? 'on' : 'off';
    default:
      return text;
  }
}

export interface Difference {
  path: string;
  from?: unknown;
  to?: unknown;
}

/** The known fields in which two configurations differ, in the order in which they are shown. */
export function differencesOf(from: ConfigurationContent, to: ConfigurationContent): Difference[] {
  return FIELDS.map(({ path }) => ({ path, from: valueAt(from, path), to: valueAt(to, path) })).filter(
    (difference) => !isSame(difference.from, difference.to),
  );
}

function isSame(one: unknown, other: unknown): boolean {
  const [a, b] = [one, other].map((value) => (Array.isArray(value) && value.length === 0 ? undefined : value));
  return JSON.stringify(a) === JSON.stringify(b) || (isDecimal(a) && isDecimal(b) && compareDecimals(a, b) === 0);
}

function isDecimal(value: unknown): value is Decimal {
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
}

export type Risk = 'more' | 'less';

/** Whether a change may cost more or less than before; undefined where it is neither, or cannot be told. */
export function riskOf({ path, from, to }: Difference): Risk | undefined {
  const known = fieldOf(path);
  if (known === undefined) {
    return undefined;
  }
  const order = known.kind === 'patterns' ? patternOrder(known, from, to) : orderOf(known, from, to);
  if (order === undefined || order === 0 || (known.direction === 'neither' && known.kind !== 'style')) {
    return undefined;
  }
  const grows = order > 0;
  return grows === (known.direction !== 'less') ? 'more' : 'less';
}

/** Above 0 where the field grows, below where it shrinks; undefined where that cannot be told. */
function orderOf({ kind, unlimited }: Field, from: unknown, to: unknown): number | undefined {
  if (from === undefined || to === undefined) {
    return unlimited === true ? Number(to === undefined) - Number(from === undefined) : undefined;
  }
  switch (kind) {
    case 'money':
    case 'price':
    case 'ratio':
      return isDecimal(from) && isDecimal(to) ? compareDecimals(to, from) : undefined;
    case 'count':
      return Number(to) - Number(from);
    case 'switch':
      return Number(to === true) - Number(from === true);
    case 'duration':
      return difference(isoSeconds(String(from)), isoSeconds(String(to)));
    case 'style':
      // A capped buy has a highest price; the others buy at any.
      return Number(from === 'IOC_CAPPED') - Number(to === 'IOC_CAPPED');
    default:
      return undefined;
  }
}

function difference(from: number | undefined, to: number | undefined): number | undefined {
  return from === undefined || to === undefined ? undefined : to - from;
}

function patternOrder({ unlimited }: Field, from: unknown, to: unknown): number | undefined {
  const before = patternsOf(from);
  const after = patternsOf(to);
  if (unlimited === true && (before.size === 0 || after.size === 0)) {
    return Number(after.size === 0) - Number(before.size === 0);
  }
  const gained = [...after].some((pattern) => !before.has(pattern));
  const lost = [...before].some((pattern) => !after.has(pattern));
  return gained && lost ? undefined : Number(gained) - Number(lost);
}

function patternsOf(value: unknown): Set<unknown> {
  return new Set(Array.isArray(value) ? (value as unknown[]) : []);
}

/** The fields that no run takes over while it runs. */
export const FIXED_IN_RUN = ['signalMaxAge', 'probeWindow'];
