import type { ConfigurationDraft } from '@/api/generated/control';
import type { Violation } from '@/api/problem';
import { isoDuration, typedDuration, withTypedDurations } from '@/format/duration';
import { levelOf, typedLevel, type TakeProfit } from '@/format/exitPlan';
import { fractionOf, typedPercent } from '@/format/percent';
import { FIELDS, fieldOf, valueAt, type ConfigurationContent, type Field } from '@/format/configuration';

/** What is typed, by the path of the field. Switches are `true` or `false`; patterns are one a line. */
export type Form = Readonly<Record<string, string>>;

/** A new configuration; what is empty gets the API's default. */
export const NEW: Form = {
  ...Object.fromEntries(FIELDS.map(({ path }) => [path, ''])),
  'symbols.quoteAssets': 'USDT',
  orderStyle: 'MARKET',
  signalMaxAge: '2 s',
  recvWindow: '1 s',
  latencyBudget: '500 ms',
  probeWindow: '3 s',
  'safety.buyScheduled': 'true',
  'safety.buySurprise': 'true',
  'safety.requireQualified': 'true',
};

/** A line of a list, or what one of its levels says. */
const LINE = /^(.*)\[(\d+)\](?:\.\w+)?$/;

function isOfLines(path: string): boolean {
  const kind = fieldOf(path)?.kind;
  return kind === 'patterns' || kind === 'levels';
}

export function formOf(content: ConfigurationContent): Form {
  return Object.fromEntries(FIELDS.map((field) => [field.path, typedText(field, valueAt(content, field.path))]));
}

function typedText({ kind }: Field, value: unknown): string {
  if (value === undefined || value === null) {
    return '';
  }
  if (Array.isArray(value)) {
    return (kind === 'levels' ? (value as TakeProfit[]).map(typedLevel) : value.map(String)).join('\n');
  }
  if (kind === 'percent') {
    return typedPercent(String(value));
  }
  return kind === 'duration' ? typedDuration(String(value)) : String(value);
}

export interface Drafted {
  draft: ConfigurationDraft;
  /** What cannot be sent as it is typed. Its fields are left out of the draft. */
  violations: Violation[];
}

/** The draft that the API reads; what is empty is left out. */
export function drafted(environment: string, form: Form): Drafted {
  const draft: Record<string, unknown> = { environment };
  const violations: Violation[] = [];
  for (const field of FIELDS) {
    // Without a rule there is no plan that it could belong to.
    const idle = field.kind === 'atStop' && draft['exitPlan'] === undefined;
    const read = idle ? undefined : readField(field, form[field.path] ?? '');
    if (read === undefined) {
      continue;
    }
    if ('message' in read) {
      violations.push({ field: read.line === undefined ? field.path : `${field.path}[${read.line}]`, message: read.message });
    } else {
      put(draft, field.path.split('.'), read.value);
    }
  }
  return { draft: draft as ConfigurationDraft, violations };
}

function put(into: Record<string, unknown>, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    into[name] = value;
  } else {
    put((into[name] ??= {}) as Record<string, unknown>, rest, value);
  }
}

function readField({ path, kind }: Field, typed: string): { value: unknown } | { message: string; line?: number } | undefined {
  const text = typed.trim();
  if (kind === 'patterns') {
    return { value: linesOf(typed).map(({ text: pattern }) => pattern) };
  }
  if (text === '') {
    return path === 'name' || path === 'quoteAmount' ? { value: '' } : undefined;
  }
  switch (kind) {
    case 'count':
      return /^\d{1,9}$/.test(text) ? { value: Number(text) } : { message: 'must be a whole number' };
    case 'duration': {
      const iso = isoDuration(text);
      return iso === undefined ? { message: 'is written with its unit, as 500 ms or 2 s' } : { value: iso };
    }
    case 'percent': {
      const fraction = fractionOf(text);
      return fraction === undefined ? { message: 'is written in percent, as 20 or 12.5' } : { value: fraction };
    }
    case 'levels':
      return readLevels(typed);
    case 'switch':
      return { value: text === 'true' };
    case 'assets':
      return { value: text.split(/[\s,]+/).map((asset) => asset.toUpperCase()) };
    default:
      return { value: text };
  }
}

function readLevels(typed: string): { value: unknown } | { message: string; line: number } {
  const lines = linesOf(typed).map(({ text, line }) => ({ level: levelOf(text), line }));
  const wrong = lines.find(({ level }) => level === undefined);
  return wrong === undefined
    ? { value: lines.map(({ level }) => level) }
    : { message: 'is written as percent over the price: percent sold, as 50: 25', line: wrong.line };
}

/** The patterns or levels of a text and the lines on which they stand, from 0. */
function linesOf(typed: string): { text: string; line: number }[] {
  return typed
    .split('\n')
    .map((text, line) => ({ text: text.trim(), line }))
    .filter(({ text }) => text !== '');
}

/**
 * What the API says, as the form has it: of a pattern at the line on which it was typed, because empty lines are not
 * sent, and with durations as they are typed.
 */
export function atLines(violations: readonly Violation[], form: Form): Violation[] {
  return violations.map(({ field, message: said }) => {
    const message = withTypedDurations(said);
    const [, path, index] = LINE.exec(field) ?? [];
    if (path === undefined || !isOfLines(path)) {
      return { field, message };
    }
    const line = linesOf(form[path] ?? '')[Number(index)]?.line ?? Number(index);
    return { field: `${path}[${line}]`, message };
  });
}

/** What is said of one field, its lines included; undefined where nothing is. */
export function saidOf(violations: readonly Violation[], path: string): string | undefined {
  const said = violations.flatMap(({ field, message }) => {
    const [, list, index] = LINE.exec(field) ?? [];
    return field === path ? [message] : list === path ? [isOfLines(path) ? `line ${Number(index) + 1} ${message}` : message] : [];
  });
  return said.length === 0 ? undefined : said.join('; ');
}

/** The path of the control that a violation is about; undefined where it is about none. */
export function controlOf(violation: Violation): string | undefined {
  const path = violation.field.replace(LINE, '$1');
  return fieldOf(path)?.path;
}

/** All that must be mended, in the order of the form, each field once: what cannot be sent at all says it first. */
export function inOrder(own: readonly Violation[], others: readonly Violation[]): Violation[] {
  const rest = others.filter(({ field }) => own.every((violation) => violation.field !== field));
  const place = (violation: Violation): number => {
    const index = FIELDS.findIndex(({ path }) => path === controlOf(violation));
    return index === -1 ? FIELDS.length : index;
  };
  return [...own, ...rest].sort((a, b) => place(a) - place(b));
}
