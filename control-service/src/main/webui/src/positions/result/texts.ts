import type { ExitItem, ResultItem, RunItem } from '@/api/generated/ledger';
import { amountText } from '@/format/decimal';
import { timeText } from '@/format/time';
import { EXIT_CAUSES, wordsOf } from '@/format/words';

/** What no figure of the row has: fees in other assets, and positions whose price is not known. */
export function missingText({ otherFees, unpriced }: Pick<ResultItem, 'otherFees' | 'unpriced'>): string {
  const fees = Object.entries(otherFees ?? {}).map(([asset, fee]) => `fees of ${amountText(fee, asset)}`);
  return [...fees, ...((unpriced ?? 0) > 0 ? [`${unpriced} without a price`] : [])].join(', ');
}

export function causeText({ kind, level }: Pick<ExitItem, 'kind' | 'level'>): string {
  const cause = kind === undefined ? 'not recorded' : wordsOf(EXIT_CAUSES, kind);
  return level === undefined ? cause : `${cause}, level ${level + 1}`;
}

/** Several runs of one configuration differ by their start. */
export function runName({ runId, snapshot, startedAt }: Pick<RunItem, 'runId' | 'snapshot' | 'startedAt'>, now: number): string {
  return `${snapshot === undefined ? runId.slice(0, 4) : `«${snapshot.name}»`} ${timeText(startedAt, now)}`;
}
