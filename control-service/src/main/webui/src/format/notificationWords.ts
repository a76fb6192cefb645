import type { Words } from './words';

/** What a person is told of outside the panel. */
export const NOTIFICATION_EVENTS: Words = {
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

export const TARGET_FORMATS: Words = { GENERIC: 'signed JSON', SLACK: 'Slack', TELEGRAM: 'Telegram', DISCORD: 'Discord' };
export const DELIVERY_STATUSES: Words = { PENDING: 'waiting', SENT: 'sent', FAILED: 'given up' };
