import type { ListingItem, ListingResult, OrderItem } from '@/api/generated/ledger';
import { amountText, quoteOf } from '@/format/decimal';
import { LISTING_OUTCOMES, ORDER_STATUSES, reasonText, wordsOf } from '@/format/words';

export interface Said {
  text: string;
  /** What was bought, or will be, stands out. */
  buys: boolean;
}

/** What became of a listing in one run: what was bought, or the code in words with the detail. */
export function resultText(result: ListingResult, pair: string): string {
  const { outcome, reason, detail, filledAmount, exchangeCode } = result;
  if (outcome === 'BOUGHT' && filledAmount !== undefined) {
    return `bought ${amountText(filledAmount, quoteOf(pair))}`;
  }
  const words = wordsOf({ ...ORDER_STATUSES, ...LISTING_OUTCOMES }, outcome);
  const why = [
    reason === undefined || reasonText(reason) === words ? undefined : reasonText(reason),
    detail,
    exchangeCode === undefined ? undefined : `code ${exchangeCode} of the exchange`,
  ].filter((part) => part !== undefined);
  return why.length === 0 ? words : `${words}: ${why.join('; ')}`;
}

/** What became of a listing, run by run; without any run, what the record says of it. */
export function resultsText({ outcome, results, pair }: Pick<ListingItem, 'outcome' | 'results' | 'pair'>): Said[] {
  return results.length === 0
    ? [{ text: wordsOf(LISTING_OUTCOMES, outcome), buys: outcome === 'BOUGHT' }]
    : results.map((result) => ({ text: resultText(result, pair), buys: result.outcome === 'BOUGHT' }));
}

/** What the environment is about to do, as far as it bears on an opening. */
export interface Ready {
  runId: string | undefined;
  /** What the run spends on a listing. */
  quoteAmount: string | undefined;
  tradingState: string | undefined;
}

/** What the active run will do about an opening that is ahead, or why it will do nothing. */
export function outlookOf(listing: ListingItem, ready: Ready, armed: OrderItem | undefined): Said {
  const no = (text: string): Said => ({ text, buys: false });
  const { terms, verdict, pair } = listing;
  if (terms?.leaveAlone === true) {
    return no(`left alone by ${terms.changedBy}: ${terms.reason}`);
  }
  if (ready.tradingState !== undefined && ready.tradingState !== 'ACTIVE') {
    return no(`no buy is sent while the environment is ${ready.tradingState}`);
  }
  if (armed?.quoteAmount !== undefined) {
    return { text: `armed, ${amountText(armed.quoteAmount, quoteOf(pair))}`, buys: true };
  }
  if (verdict === 'DISQUALIFIED') {
    return no('no buy: the exchange does not allow it');
  }
  if (ready.runId === undefined) {
    return no('no run is active');
  }
  const decision = listing.decisions.filter(({ runId }) => runId === ready.runId).at(-1);
  if (decision === undefined) {
    return no('not decided yet');
  }
  if (decision.reason !== undefined) {
    const detail = decision.detail === undefined ? '' : `; ${decision.detail}`;
    return no(`left out: ${reasonText(decision.reason)}${detail}`);
  }
  const amount = terms?.quoteAmount ?? ready.quoteAmount;
  return { text: amount === undefined ? 'will be bought' : `will be bought for ${amountText(amount, quoteOf(pair))}`, buys: true };
}
