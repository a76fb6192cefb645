import type { RunItem } from '@/api/generated/ledger';
import { durationText } from '@/format/duration';
import { millisOf } from '@/format/time';
import { REJECTED_STARTS, SUSPENSIONS, wordsOf } from '@/format/words';

/** Why a run is not running, in a sentence; undefined while it runs. */
export function whyNot({ state, stoppedBy, stopReason, rejection, suspension }: RunItem): string | undefined {
  switch (state) {
    case 'REJECTED':
      return `Never started: ${rejection === undefined ? 'the reason is not recorded' : wordsOf(REJECTED_STARTS, rejection)}.`;
    case 'SUSPENDED':
      return `Suspended: ${suspension === undefined ? 'the reason is not recorded' : wordsOf(SUSPENSIONS, suspension)}.`;
    case 'STOPPING':
    case 'STOPPED':
      return stopReason === undefined ? `Stopped by ${stoppedBy ?? 'nobody that is recorded'}.` : `${stopReason}`;
    default:
      return undefined;
  }
}

/** How long it ran; undefined while it does, and where it never did. */
export function ranFor({ state, startedAt, stoppedAt }: RunItem): string | undefined {
  return state === 'REJECTED' || stoppedAt === undefined
    ? undefined
    : durationText((millisOf(stoppedAt) - millisOf(startedAt)) / 1000);
}
