import Big from 'big.js';
import type { ListingPrice, OrderItem } from '@/api/generated/ledger';
import { decimalText, type Decimal } from '@/format/decimal';
import { microsBetween, millisOf, type Timestamp } from '@/format/time';

/** The part of the prices that is drawn, in seconds from the opening. */
export const FROM = -10;
export const TO = 60;

/** When the drawn part begins and ends. */
export function around(zero: Timestamp): { from: Timestamp; to: Timestamp } {
  const at = (seconds: number): Timestamp => new Date(millisOf(zero) + seconds * 1_000).toISOString();
  return { from: at(FROM), to: at(TO) };
}

/** Where a price lies on the chart. The numbers beside it are the API's texts. */
export function plotted(price: Decimal): number {
  return new Big(price).toNumber();
}

/** Whole multiples of an increment by the UTC clock, in seconds from the opening: what the labels of the axis say is then so. */
export function wholeTicks(zero: Timestamp, increment: number): number[] {
  const opening = millisOf(zero);
  const step = increment * 1_000;
  const first = Math.ceil((opening + FROM * 1_000) / step);
  const last = Math.floor((opening + TO * 1_000) / step);
  return Array.from({ length: last - first + 1 }, (_, index) => ((first + index) * step - opening) / 1_000);
}

type Points = (number | null)[];

/** What the chart draws: seconds from the opening, the last trades and the best offers; null where none was stated. */
export interface Series {
  seconds: number[];
  last: Points;
  ask: Points;
}

export function seriesOf(prices: readonly ListingPrice[], zero: Timestamp): Series {
  const value = (price: Decimal | undefined): number | null => (price === undefined ? null : plotted(price));
  return {
    seconds: prices.map(({ at }) => secondsFrom(zero, at)),
    last: prices.map(({ last }) => value(last)),
    ask: prices.map(({ ask }) => value(ask)),
  };
}

export function secondsFrom(zero: Timestamp, at: Timestamp): number {
  return microsBetween(zero, at) / 1_000_000;
}

/** One of our orders on the chart, by a letter that the list beside it explains. */
export interface OrderMark {
  letter: string;
  order: OrderItem;
  at: Timestamp;
  seconds: number;
  /** At which price it bought; undefined where it bought nothing. */
  price: number | undefined;
  text: string;
}

/** Our orders within the drawn part, in the order of time; those that were never sent are not on it. */
export function marksOf(orders: readonly OrderItem[], zero: Timestamp): OrderMark[] {
  return orders
    .flatMap((order) => {
      const { exchangeTime, filledAt, writtenAt } = order.timeline;
      const at = exchangeTime ?? filledAt ?? writtenAt;
      return at === undefined ? [] : [{ order, at, seconds: secondsFrom(zero, at) }];
    })
    .filter(({ seconds }) => seconds >= FROM && seconds <= TO)
    .sort((a, b) => a.seconds - b.seconds)
    .map((mark, index) => ({ ...mark, letter: letterOf(index), ...boughtAt(mark.order) }));
}

function boughtAt({ averagePrice, status }: OrderItem): Pick<OrderMark, 'price' | 'text'> {
  return averagePrice === undefined
    ? { price: undefined, text: `${status}, nothing bought` }
    : { price: plotted(averagePrice), text: `bought at ${decimalText(averagePrice)}` };
}

/** A to Z, then A2 and so on. */
function letterOf(index: number): string {
  const round = Math.floor(index / 26);
  return String.fromCharCode(65 + (index % 26)) + (round === 0 ? '' : String(round + 1));
}

/** The lowest and the highest of all that is drawn, with some room; undefined where nothing is. */
export function rangeOf({ last, ask }: Series, marks: readonly OrderMark[]): [number, number] | undefined {
  const all = [...last, ...ask, ...marks.map(({ price }) => price)].filter((value) => typeof value === 'number');
  if (all.length === 0) {
    return undefined;
  }
  const low = Math.min(...all);
  const high = Math.max(...all);
  const room = (high - low || high) * 0.08;
  return [Math.max(0, low - room), high + room];
}
