import type { NotificationItem, NotificationTarget } from '@/api/generated/ledger';
import type { Words } from '@/format/words';

export const EVENTS: Words = {
  RUN_STARTED: 'run started',
  RUN_STOPPED: 'run stopped',
  RUN_SUSPENDED: 'run suspended',
  HALT: 'trading state',
  BOUGHT: 'bought',
  SOLD: 'sold',
  MISSED: 'missed',
  CAP_NEAR: 'cap at 80 %',
  CAP_REACHED: 'cap reached',
  ALERT_RAISED: 'alert raised',
  ALERT_CLEARED: 'alert cleared',
  ORDER_UNRESOLVED: 'order unresolved',
  DAILY_SUMMARY: 'daily summary',
  TEST: 'test',
};

export const FORMATS: Words = { GENERIC: 'signed JSON', SLACK: 'Slack', TELEGRAM: 'Telegram', DISCORD: 'Discord' };

/** What a target is told, in a sentence's part: which events from which severity on. A test is told always. */
export function toldText({ events, severity }: Pick<NotificationTarget, 'events' | 'severity'>): string {
  const chosen = events.filter((event) => event !== 'TEST');
  const all = Object.keys(EVENTS).length - 1;
  const which = chosen.length === all ? 'everything' : chosen.map((event) => wordOf(event)).join(', ');
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

function wordOf(event: string): string {
  return (Object.hasOwn(EVENTS, event) ? EVENTS[event] : undefined) ?? event;
}
