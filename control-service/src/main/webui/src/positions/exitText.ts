import type { ExitStatus, SellStatus } from '@/api/generated/control';
import { amountText, decimalText, quoteOf } from '@/format/decimal';
import { EXIT_CAUSES, EXIT_ENDS, SELL_STATUSES, wordsOf } from '@/format/words';

/** One exit in a sentence. */
export function exitText({ cause, level, quantity, triggerPrice, end, left }: ExitStatus): string {
  const which = level === undefined ? '' : `, level ${level + 1}`;
  const at = triggerPrice === undefined ? '' : ` at ${decimalText(triggerPrice)}`;
  const rest = left === undefined ? '' : `, ${decimalText(left)} left`;
  const became = end === undefined ? 'under way' : wordsOf(EXIT_ENDS, end) + rest;
  return `${wordsOf(EXIT_CAUSES, cause)}${which}${at}: ${decimalText(quantity)} to sell, ${became}.`;
}

/** One order of an exit in a sentence. */
export function sellText({ clientOrderId, status, quantity, filledQuantity, filledAmount, averagePrice, detail }: SellStatus, pair: string): string {
  const sold = filledQuantity === undefined ? '' : `, sold ${decimalText(filledQuantity)}`;
  const brought = filledAmount === undefined ? '' : ` for ${amountText(filledAmount, quoteOf(pair))}`;
  const price = averagePrice === undefined ? '' : ` at ${decimalText(averagePrice)}`;
  const wanted = quantity === undefined ? '' : ` of ${decimalText(quantity)}`;
  const why = detail === undefined ? '' : ` (${detail})`;
  return `Order ${clientOrderId}${wanted}: ${wordsOf(SELL_STATUSES, status)}${sold}${brought}${price}${why}.`;
}
