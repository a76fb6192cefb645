import type { CapUse } from '@/api/generated/control';
import { share } from '@/format/decimal';

export interface UsedCap {
  use: CapUse;
  share: number;
}

const LEVELS = ['RUN', 'ENVIRONMENT', 'DEPLOYMENT'];

/** Of each cap the level that binds: the one that is fullest, and of equals the one nearest to the run. */
export function bindingCaps(uses: readonly CapUse[]): UsedCap[] {
  const binding = new Map<string, UsedCap>();
  for (const use of uses) {
    const candidate = { use, share: share(use.used, use.limit) ?? 0 };
    const known = binding.get(use.cap);
    if (known === undefined || isStricter(candidate, known)) {
      binding.set(use.cap, candidate);
    }
  }
  return [...binding.values()];
}

function isStricter(a: UsedCap, b: UsedCap): boolean {
  return a.share > b.share || (a.share === b.share && LEVELS.indexOf(a.use.level) < LEVELS.indexOf(b.use.level));
}
