import { ledger } from '@/api';
import { serverNow } from '@/api/clock';
import type { ListingPrice } from '@/api/generated/ledger';
import { usePolled, type Polled } from '@/api/usePolled';
import { millisOf, type Timestamp } from '@/format/time';
import { around, TO } from './prices';

const PAGE = 500;
/** More prices than so many pages hold are no more to be seen on the chart. */
const MOST_PAGES = 4;
/** Prices are recorded some seconds at a time; from here on no more come, in milliseconds after the drawn part. */
const SETTLED = 30_000;

/** The prices around an opening; asked for again until the drawn part is over. */
export function usePrices(listingId: string, zero: Timestamp): Polled<readonly ListingPrice[]> {
  const over = serverNow() > millisOf(zero) + TO * 1_000 + SETTLED;
  return usePolled(
    ['ledger', 'prices', listingId, zero],
    async (signal) => {
      const prices: ListingPrice[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < MOST_PAGES; page++) {
        const answer = await ledger.listPrices({
          path: { listingId },
          query: { ...around(zero), limit: PAGE, cursor },
          signal,
        });
        prices.push(...answer.items);
        cursor = answer.nextCursor;
        if (cursor === undefined) {
          break;
        }
      }
      return prices;
    },
    { poll: !over },
  );
}
