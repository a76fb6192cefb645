import type { ListingItem, ListingResult } from '@/api/generated/ledger';
import { amountText, quoteOf } from '@/format/decimal';
import { LISTING_OUTCOMES, ORDER_STATUSES, reasonText, wordsOf } from '@/format/words';
import type { Said } from '@/ui/outlook';

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
