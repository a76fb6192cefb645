import { REASONS, VERDICT_REASONS } from './reasons';

/**
 * The words of every code that the APIs use, by the name of its enum. What is not here is shown as it came, so that a
 * newer service is not hidden by an older panel. words.test.ts compares this with both OpenAPI documents.
 */
export type Words = Readonly<Record<string, string>>;

export { REASONS, VERDICT_REASONS };
export * from './exitWords';
export * from './notificationWords';

export const ALERT_KINDS: Words = {
  THROTTLED: 'The exchange limits our requests',
  FEED_SILENT: 'A feed is silent',
  FEED_DEGRADED: 'A feed is degraded',
  CLOCK_SKEW: "The exchange's clock is off",
  CLOCK_DRIFT: 'The clocks drift apart',
  CAP_REACHED: 'A cap is used up',
  CAP_NEAR: 'A cap is used to 80\u00a0%',
  UNRESOLVED_ORDER: 'An order is unresolved',
  ORDER_DISPUTED: 'An order is disputed',
  CREDENTIAL: 'The exchange key needs attention',
  PAIR_BARRED: 'The exchange bars a pair',
  ACCOUNT_REFUSED: 'The exchange refuses the account',
  LISTING_MISSED: 'A listing was missed',
  UNREADABLE_MESSAGE: 'A record could not be read',
  CHANNEL_STOPPED: 'A channel has stopped',
  LEASE_LOST: 'A trader has lost its lease',
  RECORD_QUARANTINED: 'A record is in quarantine',
  UNREADABLE_ANSWER: 'An answer of the exchange could not be read',
  UNKNOWN_STATUS: 'The exchange uses an unknown status',
  RECORDS_LOST: 'Records were lost before they were recorded',
  BALANCE_LOW: 'The balance pays for few more buys',
  SERVICE_SILENT: 'A service is silent',
  MAINTENANCE_FAILED: 'A task of the ledger has failed',
  MARKET_ORDERS_REFUSED: 'No market orders in the first minute',
  EXIT_FAILED: 'An exit has failed',
  EXIT_PRICES_STALE: 'Prices of held pairs are stale',
  POSITION_MOVED_ELSEWHERE: 'A position was sold or moved elsewhere',
};

export const SEVERITIES: Words = { INFO: 'info', WARNING: 'warning', CRITICAL: 'critical' };

export const CAPS: Words = {
  TRADES_PER_HOUR: 'Trades, 60 min',
  SPEND: 'Spend, run',
  CONCURRENT_LISTINGS: 'Listings at once',
  SPEND_PER_DAY: 'Spend, UTC day',
  OPEN_POSITIONS: 'Open positions',
  LOSS_PER_DAY: 'Loss, UTC day',
  CONSECUTIVE_FAILURES: 'Failures in a row',
};

export const CAP_LEVELS: Words = { DEPLOYMENT: 'deployment', ENVIRONMENT: 'environment', RUN: 'run' };

export const TRADING_STATES: Words = {
  ACTIVE: 'buys and sells are sent',
  REDUCING: 'only sells are sent',
  HALTED: 'nothing is sent',
};

export const RUN_STATES: Words = {
  ACTIVE: 'Running',
  SUSPENDED: 'Suspended',
  STOP_REQUESTED: 'Stop recorded',
  STOPPING: 'Stopping',
  STOPPED: 'Stopped',
  REJECTED: 'Never started',
};

export const SUSPENSIONS: Words = {
  CREDENTIAL_MISSING: 'the key is missing',
  CREDENTIAL_REJECTED: 'the exchange refused the key',
  CREDENTIAL_ROTATED: 'the key was rotated',
  EXCHANGE_REFUSES: 'the exchange refuses key, account or permission',
};

export const CREDENTIALS: Words = {
  UNKNOWN: 'unknown',
  VALIDATED: 'validated',
  MISSING: 'missing',
  REJECTED: 'refused by the exchange',
  ROTATED: 'rotated, not validated',
};

export const ORDER_STATUSES: Words = {
  ARMED: 'armed',
  DENIED: 'denied by us',
  SUBMITTED: 'submitted',
  ACCEPTED: 'accepted',
  PARTIALLY_FILLED: 'partially filled',
  FILLED: 'filled',
  REJECTED: 'rejected by the exchange',
  CANCELED: 'cancelled',
  UNRESOLVED: 'unresolved',
  ABSENT: 'absent',
};

export const LISTING_STATUSES: Words = { ANNOUNCED: 'announced', OPENED: 'opened', WITHDRAWN: 'withdrawn' };
export const VERDICTS: Words = { QUALIFIED: 'qualified', UNCERTAIN: 'uncertain', DISQUALIFIED: 'disqualified' };
export const CONFIDENCES: Words = { CONFIRMED: 'confirmed', ANNOUNCED: 'announced only' };
export const PERMIT_STATUSES: Words = {
  GRANTED: 'granted',
  USED: 'used',
  REVOKED: 'revoked',
  RETURNED: 'returned',
};

/** What a listing came to in a run; where an order was sent, else than bought or refused, the status of the last one. */
export const LISTING_OUTCOMES: Words = {
  ...ORDER_STATUSES,
  NO_ORDER: 'no order sent',
  BOUGHT: 'bought',
  MISSED: 'missed',
  WITHDRAWN: 'withdrawn',
  PENDING: 'not opened yet',
  SIGNALED: 'wanted',
  SKIPPED: 'left out',
  UNDECIDED: 'nothing decided',
  NOT_WANTED: 'no run was active',
  DENIED: 'denied by us',
  REJECTED: 'rejected by the exchange',
};

export const LISTING_SOURCES: Words = {
  CALENDAR: 'calendar',
  EXCHANGE_INFO: 'exchangeInfo',
  DEFAULT_SYMBOLS: 'list of API symbols',
  TICKER_PRICE: 'prices',
  SYMBOLS_V2: 'web list of pairs',
  BOOK_TICKER: 'best offers',
  OPERATOR: 'a person',
};

export const ORDER_STYLES: Words = {
  MARKET: 'market order',
  IOC_CAPPED: 'capped, immediate or cancel',
  MARKET_THEN_IOC: 'market, then capped',
};

export const REJECTED_STARTS: Words = {
  RUN_ACTIVE: 'another run was active',
  UNKNOWN_CONFIGURATION: 'the configuration was not known',
  EXPIRED: 'the ledger read the start too late',
  CONFIGURATION_ARCHIVED: 'the configuration was archived',
};

export const AMBIGUITIES: Words = {
  TIMEOUT: 'no answer in time',
  CONNECTION_LOST: 'the connection was lost',
  SERVER_ERROR: 'a server error of the exchange',
  UNREADABLE: 'an unreadable answer',
  RESTARTED: 'the trader stopped in between',
};

export const RESOLUTIONS: Words = {
  FOUND: 'the exchange has it',
  ABSENT: 'the exchange does not have it',
  OPERATOR: 'handed to a person',
  SETTLED: 'settled by a person',
};

export const PERMIT_ENDS: Words = {
  EXPIRED: 'expired',
  REVOKED: 'revoked',
  RUN_STOPPED: 'the run was stopped',
  NOT_BOUGHT: 'nothing was bought',
  TRADING_STATE: 'the environment was halted or reducing',
  RUN_SUSPENDED: 'the run was suspended',
  CONFIGURATION_CHANGED: 'the configuration changed',
  BREAKER_TRIPPED: 'a circuit breaker tripped',
};

/** Conditions of the start-up gate. */
export const GATE_ITEMS: Words = {
  credential: 'Key and trader',
  clock: "Exchange's clock",
  feeds: 'Feeds and scanner',
  risk: 'Risk',
  'trading-state': 'Trading state',
  room: 'Room under the caps',
  records: 'Records',
  ledger: 'Ledger',
  balance: 'Balance',
};

/** Of latencies: under 500 ms, under 1 s, beyond. */
export const LATENCIES: Words = { GREEN: 'fast', YELLOW: 'slow', RED: 'too slow' };

/** The intervals of an order that the ledger measures, from one step to another, in the order in which they pass. */
export const HOPS: Words = {
  event_detected: "exchange's event → detected",
  detected_signaled: 'detected → signalled',
  signaled_consumed: 'signalled → read by the trader',
  consumed_durable: 'read → durable',
  consumed_signed: 'read → signed',
  durable_written: 'durable → written',
  detected_written: 'detected → written',
  fired_written: 'fired → written',
  fired_durable: 'fired → durable',
  opening_written: 'opening → written',
  written_answered: 'written → answered',
  answered_filled: 'answered → filled',
  filled_recorded: 'filled → fill recorded',
  told_recorded: 'status → status recorded',
};

export const ORDER_KINDS: Words = { scheduled: 'scheduled', surprise: 'surprise' };

export const MISSED_CAUSES: Words = { OURS: 'our fault', CHOICE: 'by choice', EXCHANGE: "the exchange's doing" };

export const AUDIT_FINDINGS: Words = {
  MISSING: 'a record is missing',
  BODY_CHANGED: 'the text of a record was changed',
  RECORD_CHANGED: 'a record was changed',
  LINK_BROKEN: 'a record does not follow the one before',
  HEAD_MISMATCH: 'the head is not that of the last record',
};

export const MODES: Words = { LIVE: 'real money', PAPER: 'simulated' };
export const ALERT_STATUSES: Words = { OPEN: 'open', CLEARED: 'cleared' };
export const CAP_EVENTS: Words = { REACHED: 'used up', CLEARED: 'free again' };

/**
 * What a listing came to in a run; while the run goes on, a listing without an order may open yet.
 *
 * @param over whether the run has ended
 */
export function outcomeText(code: string, over: boolean): string {
  return code === 'NO_ORDER' && !over ? 'no order sent yet' : wordsOf({ ...ORDER_STATUSES, ...LISTING_OUTCOMES }, code);
}

/** The words of a code, or the code as it came. */
export function wordsOf(words: Words, code: string): string {
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code;
}

export function reasonText(code: string): string {
  return code.startsWith('SIDES_')
    ? `sides: ${code.slice('SIDES_'.length).toLowerCase()}`
    : wordsOf({ ...VERDICT_REASONS, ...REASONS }, code);
}
