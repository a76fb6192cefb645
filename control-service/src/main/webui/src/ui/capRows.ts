import type { CapUse } from '@/api/generated/control';
import { compareDecimals, share } from '@/format/decimal';
import { CAPS } from '@/format/words';

/** From the outermost level to the innermost. */
export const LEVELS = ['DEPLOYMENT', 'ENVIRONMENT', 'RUN'] as const;

export interface CapRow {
  cap: string;
  /** The limit of each level that has one. */
  levels: ReadonlyMap<string, CapUse>;
  /** The one in force: the lowest, and of equals that of the outermost level, as risk decides. */
  binding: CapUse;
  share: number;
  /** No room for one more buy; of a circuit breaker, that it has tripped, at whatever level. */
  reached: boolean;
}

/** One row for each cap that has a limit, in the order of the words, with caps that are not known here at the end. */
export function capRows(uses: readonly CapUse[]): CapRow[] {
  const order = Object.keys(CAPS);
  const rank = (cap: string): number => (order.includes(cap) ? order.indexOf(cap) : order.length);
  const caps = [...new Set(uses.map(({ cap }) => cap as string))].sort((a, b) => rank(a) - rank(b));
  return caps.flatMap((cap) => {
    const own = uses.filter((use) => use.cap === cap);
    const binding = bindingOf(own);
    return binding === undefined
      ? []
      : [
          {
            cap,
            levels: new Map(own.map((use) => [use.level, use])),
            binding,
            share: share(binding.used, binding.limit) ?? 0,
            reached: own.some(({ reached }) => reached),
          },
        ];
  });
}

function bindingOf(uses: readonly CapUse[]): CapUse | undefined {
  const depth = ({ level }: CapUse): number => LEVELS.indexOf(level);
  return [...uses].sort((a, b) => compareDecimals(a.limit, b.limit) || depth(a) - depth(b))[0];
}
