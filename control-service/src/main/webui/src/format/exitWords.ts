import type { Words } from './words';

export const POSITION_STATUSES: Words = { OPEN: 'open', CLOSED: 'closed' };
export const POSITION_HOLDERS: Words = { OPERATOR: 'yours to sell', EXIT_PLAN: 'exit plan' };

/** What becomes of positions when their run is stopped. */
export const AT_STOP: Words = { KEEP_EXITS: 'exits go on', HAND_OVER: 'positions are handed over' };

export const EXIT_CAUSES: Words = {
  TAKE_PROFIT: 'take profit',
  STOP_LOSS: 'stop loss',
  TRAILING_STOP: 'trailing stop',
  LONGEST_HOLDING: 'longest holding',
  CLOSED_BY_HAND: 'closed by hand',
  SELL_EVERYTHING: 'everything sold',
};

export const EXIT_ENDS: Words = {
  SOLD: 'sold',
  DUST: 'the rest is under the minimum',
  NOTHING_LEFT: 'nothing was left to sell',
  CANCELED: 'canceled',
  FAILED: 'failed: a person must act',
};

export const SELL_STATUSES: Words = {
  SUBMITTED: 'sent',
  ACCEPTED: 'accepted',
  REJECTED: 'refused by the exchange',
  PARTIALLY_FILLED: 'partly filled',
  FILLED: 'filled',
  CANCELED: 'canceled',
  UNRESOLVED: 'in doubt: it is being looked up',
  RESOLVED: 'looked up',
  ABSENT: 'the exchange does not have it',
};

export const CLOSE_STYLES: Words = { MARKET: 'market order', IOC: 'capped near the best bid, immediate or cancel' };

/** Of an exit as the ledger lists it. */
export const EXIT_STATUSES: Words = { OPEN: 'under way', ...EXIT_ENDS };

export const POSITION_ENDS: Words = {
  SOLD: 'sold',
  DUST: 'the rest is under the minimum',
  MOVED_ELSEWHERE: 'sold or moved elsewhere',
};

/** By what the ledger sums what positions have brought. */
export const RESULTS_BY: Words = { run: 'run', position: 'position', day: 'UTC day', source: 'source', style: 'order style' };
