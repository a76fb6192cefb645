import { timeText } from '@/format/time';
import { ORDER_KINDS, reasonText, wordsOf } from '@/format/words';
import { beginOf, countOf, type Filters } from './filters';

/** Says that no order matches, naming every filter that is set. */
export function nothingFound(filters: Filters, now: number): string {
  if (countOf(filters) === 0) {
    return 'No orders yet. An order is recorded when a run arms, sends or refuses a buy.';
  }
  const { status, kind, pair, run, reason, bought } = filters;
  const parts = [
    bought ? 'of which something was bought' : undefined,
    within(filters, now),
    status.length > 0 ? `with status ${listed(status)}` : undefined,
    kind === undefined ? undefined : `of kind ${wordsOf(ORDER_KINDS, kind)}`,
    pair === undefined ? undefined : `of ${pair}`,
    run === undefined ? undefined : `of run ${run.slice(0, 4)}`,
    reason.length > 0 ? `for the reason that ${listed(reason.map(reasonText))}` : undefined,
  ];
  return `No orders ${parts.filter((part) => part !== undefined).join(', ')}.`;
}

function within(filters: Filters, now: number): string | undefined {
  const from = beginOf(filters, now);
  const { to } = filters;
  const text = (time: string): string => timeText(time, now);
  if (from === undefined) {
    return to === undefined ? undefined : `before ${text(to)}`;
  }
  return to === undefined ? `since ${text(from)}` : `between ${text(from)} and ${text(to)}`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
