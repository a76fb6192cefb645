import type { NotificationItem, NotificationTarget } from '@/api/generated/ledger';
import { NOTIFICATION_EVENTS, wordsOf } from '@/format/words';

/** What a target is told, in a sentence's part: which events from which severity on. A test is told always. */
export function toldText({ events, severity }: Pick<NotificationTarget, 'events' | 'severity'>): string {
  const chosen = events.filter((event) => event !== 'TEST');
  const all = Object.keys(NOTIFICATION_EVENTS).length - 1;
  const which = chosen.length === all ? 'everything' : chosen.map((event) => wordsOf(NOTIFICATION_EVENTS, event)).join(', ');
  return `${which}${severity === 'INFO' ? '' : `, from ${severity} on`}`;
}

/** What became of a delivery, and what is next. */
export function deliveryText({ status, attempts, failure }: Pick<NotificationItem, 'status' | 'attempts' | 'failure'>): string {
  const times = attempts === 1 ? '1 attempt' : `${attempts} attempts`;
  switch (status) {
    case 'SENT':
      return attempts > 1 ? `sent after ${times}` : 'sent';
    case 'FAILED':
      return `given up after ${times}: ${failure ?? 'no reason is known'}`;
    default:
      return failure === undefined ? 'waits for its first attempt' : `tried again, ${times} so far: ${failure}`;
  }
}
