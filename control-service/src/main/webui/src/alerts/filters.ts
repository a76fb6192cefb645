import type { AlertKind } from '@/api/generated/ledger';
import { isTimestamp } from '@/format/typedTime';
import { ALERT_KINDS } from '@/format/words';

/** Which alerts are shown, by the address. */
export interface AlertFilters {
  kind?: AlertKind | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

export interface ReadFilters {
  filters: AlertFilters;
  /** What the address has and nobody here knows: it is said, not silently left out. */
  unknown: readonly string[];
}

const READERS: Readonly<Record<string, (text: string) => boolean>> = {
  kind: (text) => Object.hasOwn(ALERT_KINDS, text),
  from: isTimestamp,
  to: isTimestamp,
  cursor: () => true,
};

export function readFilters(params: URLSearchParams): ReadFilters {
  const entries = [...params];
  const known = (name: string, text: string): boolean => Object.hasOwn(READERS, name) && READERS[name]?.(text) === true;
  const read = Object.fromEntries(entries.filter(([name, text]) => known(name, text)));
  return {
    filters: { kind: read['kind'] as AlertKind | undefined, from: read['from'], to: read['to'] },
    unknown: entries.filter(([name, text]) => !known(name, text)).map(([name, text]) => `${name}=${text}`),
  };
}
