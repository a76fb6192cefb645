import { ledger } from '@/api';
import type { ExportAsCsvData } from '@/api/generated/ledger';
import { isTimestamp } from '@/format/typedTime';
import { EXIT_STATUSES, ORDER_KINDS, ORDER_STATUSES, POSITION_STATUSES, type Words } from '@/format/words';

export const SUBJECTS = {
  orders: 'Orders',
  trades: 'Trades',
  positions: 'Positions',
  exits: 'Exits',
  sells: 'Sells',
  journal: 'Journal, every record',
} as const;
export type Subject = keyof typeof SUBJECTS;

export const FORMATS = { csv: 'CSV', jsonl: 'JSON lines' } as const;
export type Format = keyof typeof FORMATS;

/** What each export can be filtered by, as the API accepts it. */
const ACCEPTED: Readonly<Record<Subject, readonly FilterName[]>> = {
  orders: ['from', 'to', 'status', 'pair', 'run', 'kind', 'reason'],
  trades: ['from', 'to', 'status', 'pair', 'run', 'kind', 'reason'],
  positions: ['from', 'to', 'status', 'pair', 'run'],
  exits: ['from', 'to', 'status', 'pair', 'run'],
  sells: ['from', 'to', 'status', 'pair', 'run'],
  journal: ['after', 'upTo'],
};

const FILTERS = ['from', 'to', 'status', 'pair', 'run', 'kind', 'reason', 'after', 'upTo'] as const;
export type FilterName = (typeof FILTERS)[number];

/** What is exported, by the address: the same names as the list of orders has, so that its filters can be carried over. */
export interface Wanted {
  subject: Subject;
  format: Format;
  filters: Readonly<Partial<Record<FilterName, string>>>;
  /** What the address has that this export does not take: it is said, because the file would have other rows. */
  ignored: readonly string[];
}

const POSITION = /^\d{1,18}$/;
const CHECKS: Readonly<Record<FilterName, (text: string, subject: Subject) => boolean>> = {
  from: isTimestamp,
  to: isTimestamp,
  status: (text, subject) => text.split(',').every((status) => Object.hasOwn(statusesOf(subject), status)),
  pair: (text) => /^[^/\s]{1,60}\/[^/\s]{1,60}$/.test(text),
  run: (text) => /^[0-9a-f-]{36}$/.test(text),
  kind: (text) => Object.hasOwn(ORDER_KINDS, text),
  reason: (text) => /^[A-Z][A-Z0-9_,]{0,500}$/.test(text),
  after: (text) => POSITION.test(text),
  upTo: (text) => POSITION.test(text),
};

export function statusesOf(subject: Subject): Words {
  switch (subject) {
    case 'positions':
      return POSITION_STATUSES;
    case 'exits':
      return EXIT_STATUSES;
    case 'sells':
      return Object.fromEntries(Object.entries(ORDER_STATUSES).filter(([status]) => status !== 'ARMED' && status !== 'DENIED'));
    default:
      return ORDER_STATUSES;
  }
}

export function accepts(subject: Subject, name: FilterName): boolean {
  return ACCEPTED[subject].includes(name);
}

export function readWanted(params: URLSearchParams): Wanted {
  const subject = oneOf(SUBJECTS, params.get('list'), 'orders');
  const format = oneOf(FORMATS, params.get('format'), 'csv');
  const filters: Partial<Record<FilterName, string>> = {};
  const ignored: string[] = [];
  for (const [name, text] of params) {
    const filter = FILTERS.find((each) => each === name);
    if (filter !== undefined && accepts(subject, filter) && CHECKS[filter](text, subject)) {
      filters[filter] = text;
    } else if (!['list', 'format', 'cursor'].includes(name)) {
      ignored.push(`${name}=${text}`);
    }
  }
  return { subject, format, filters, ignored };
}

function oneOf<K extends string>(known: Readonly<Record<K, string>>, text: string | null, otherwise: K): K {
  return text !== null && Object.hasOwn(known, text) ? (text as K) : otherwise;
}

/** Asks the ledger for the file. It is whole only with its manifest. */
export async function exported(environment: string, { subject, format, filters }: Wanted, signal: AbortSignal): Promise<Blob> {
  const options = { parseAs: 'blob', signal } as const;
  if (subject === 'journal') {
    const query = { environment, ...numbers(filters) };
    return format === 'csv'
      ? ((await ledger.exportJournalAsCsv({ query, ...options })) as Blob)
      : ((await ledger.exportJournalAsJsonLines({ query, ...options })) as Blob);
  }
  const request = { path: { list: subject }, query: { environment, ...lists(filters) }, ...options };
  return format === 'csv' ? ((await ledger.exportAsCsv(request)) as Blob) : ((await ledger.exportAsJsonLines(request)) as Blob);
}

function numbers({ after, upTo }: Wanted['filters']): { after?: number; upTo?: number } {
  return { ...(after === undefined ? {} : { after: Number(after) }), ...(upTo === undefined ? {} : { upTo: Number(upTo) }) };
}

type ListQuery = Omit<NonNullable<ExportAsCsvData['query']>, 'environment'>;

/** The filters as the API names them. */
export function lists({ from, to, status, pair, run, kind, reason }: Wanted['filters']): ListQuery {
  const given: Readonly<Record<string, unknown>> = {
    from,
    to,
    pair,
    runId: run,
    status: status?.split(','),
    kind: kind === undefined ? undefined : [kind],
    reason: reason?.split(','),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as ListQuery;
}

/** A name that sorts by time and says what is in it. */
export function fileName(environment: string, { subject, format }: Wanted, exportedAt: string): string {
  return `firstfill-${environment}-${subject}-${exportedAt.slice(0, 19).replaceAll(/[-:]/g, '')}Z.${format}`;
}
