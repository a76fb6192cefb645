import * as v from 'valibot';
import type { OrderItem } from '@/api/generated/ledger';
import { millisOf, utcNow, type Timestamp } from '@/format/time';
import { ORDER_KINDS, ORDER_STATUSES } from '@/format/words';

/** Times before now that orders can be asked for, by what the address says; in milliseconds. */
export const PERIODS = { '1h': 3_600_000, '24h': 86_400_000, '7d': 604_800_000 } as const;

export type Period = keyof typeof PERIODS;

const MINUTE = 60_000;
/** As the API has them. */
const MOST_REASONS = 10;

const time = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/), v.check((text) => !Number.isNaN(millisOf(text))));
const period = v.picklist(Object.keys(PERIODS) as Period[]);

const list = v.pipe(
  v.string(),
  v.transform((text) => text.split(',')),
);

/** What each parameter of the address may be. */
const PARAMETERS = {
  from: v.union([period, time]),
  to: time,
  status: v.pipe(list, v.array(v.picklist(Object.keys(ORDER_STATUSES) as OrderItem['status'][]))),
  kind: v.picklist(Object.keys(ORDER_KINDS) as OrderItem['kind'][]),
  pair: v.pipe(v.string(), v.regex(/^[^/\s]{1,60}\/[^/\s]{1,60}$/)),
  run: v.pipe(v.string(), v.uuid()),
  reason: v.pipe(list, v.array(v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]{0,49}$/))), v.maxLength(MOST_REASONS)),
  bought: v.literal('only'),
  cursor: v.pipe(v.string(), v.nonEmpty()),
} as const;

type Parameter = keyof typeof PARAMETERS;

/** Which orders are shown: the address, read. Nothing set is all orders. */
export interface Filters {
  /** A period until now, or a time, inclusive. */
  from?: Period | Timestamp;
  /** Exclusive. */
  to?: Timestamp;
  status: readonly OrderItem['status'][];
  kind?: OrderItem['kind'];
  pair?: string;
  run?: string;
  reason: readonly string[];
  /** Only orders of which something was filled. */
  bought: boolean;
}

export interface Read {
  filters: Filters;
  /** Parameters that are not known here, as `status=FOO`: to leave them out would show other orders than asked for. */
  unknown: readonly string[];
}

export function readFilters(search: string): Read {
  const known: Partial<Record<Parameter, unknown>> = {};
  const unknown: string[] = [];
  for (const [name, text] of new URLSearchParams(search)) {
    const parsed = isParameter(name) ? v.safeParse(PARAMETERS[name], text) : undefined;
    if (parsed?.success === true && isParameter(name)) {
      known[name] = parsed.output;
    } else {
      unknown.push(`${name}=${text}`);
    }
  }
  const { from, to, status, kind, pair, run, reason, bought } = known as Partial<v.InferOutput<v.ObjectSchema<typeof PARAMETERS, undefined>>>;
  return { filters: { from, to, status: status ?? [], kind, pair, run, reason: reason ?? [], bought: bought === 'only' }, unknown };
}

function isParameter(name: string): name is Parameter {
  return Object.hasOwn(PARAMETERS, name);
}

/** The address of the first page of what the filters let through; the same filters give the same address. */
export function searchOf(filters: Filters): string {
  const { from, to, status, kind, pair, run, reason, bought } = filters;
  const values: Readonly<Record<string, string | undefined>> = {
    from,
    to,
    status: status.length === 0 ? undefined : status.join(','),
    kind,
    pair,
    run,
    reason: reason.length === 0 ? undefined : reason.join(','),
    bought: bought ? 'only' : undefined,
  };
  const set = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new URLSearchParams(set).toString();
}

/** How many filters are set; a period or an interval is one. */
export function countOf({ from, to, status, kind, pair, run, reason, bought }: Filters): number {
  const set = [from ?? to, status[0], kind, pair, run, reason[0], bought ? 'only' : undefined];
  return set.filter((value) => value !== undefined).length;
}

export function isPeriod(from: string | undefined): from is Period {
  return from !== undefined && Object.hasOwn(PERIODS, from);
}

/** The begin of what is asked for. That of a period is a whole minute, so that most polls ask the same and get a 304. */
export function beginOf({ from }: Pick<Filters, 'from'>, now: number): Timestamp | undefined {
  return isPeriod(from) ? utcNow(Math.floor((now - PERIODS[from]) / MINUTE) * MINUTE) : from;
}

const TYPED = /^(\d{4}-\d\d-\d\d)(?:[ T]+(\d\d:\d\d)(:\d\d)?)?\s*Z?$/;

/** A time in UTC as a person types it, `2026-11-27 02:31`; undefined for anything else. */
export function readTyped(text: string): Timestamp | undefined {
  const [, day, minutes = '00:00', seconds = ':00'] = TYPED.exec(text.trim()) ?? [];
  if (day === undefined) {
    return undefined;
  }
  const at = `${day}T${minutes}${seconds}Z`;
  const millis = millisOf(at);
  // Date.parse takes 31 February for 3 March.
  return !Number.isNaN(millis) && utcNow(millis) === at ? at : undefined;
}

/** The same back, with the seconds only where there are some. */
export function typedText(time: Timestamp | undefined): string {
  return time === undefined ? '' : time.replace('T', ' ').replace(/(:00)?(\.0+)?Z$/, '');
}
