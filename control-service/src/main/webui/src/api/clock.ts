/**
 * The offset of the servers' clock from this computer's, from the `Date` of answers. A `Date` has whole seconds: each
 * answer bounds the offset from both sides, and together they bound it closely.
 */
export interface OffsetBounds {
  /** Milliseconds to add to this computer's clock, at least. */
  least: number;
  /** The same, at most. */
  most: number;
}

/** Answers that took longer say too little, in milliseconds. */
const LONGEST = 2_000;
/** Offsets from here on are shown to the person, in milliseconds. */
export const CLOCK_WARNING = 2_000;

/**
 * @param date of the answer, in milliseconds; it was written between sending and receiving
 * @param sentAt by this computer's wall clock
 * @param receivedAt by this computer's wall clock
 */
export function narrowed(
  before: OffsetBounds | undefined,
  date: number,
  sentAt: number,
  receivedAt: number,
): OffsetBounds | undefined {
  if (Number.isNaN(date) || receivedAt < sentAt || receivedAt - sentAt > LONGEST) {
    return before;
  }
  const now = { least: date - receivedAt, most: date + 1_000 - sentAt };
  if (before === undefined) {
    return now;
  }
  const both = { least: Math.max(before.least, now.least), most: Math.min(before.most, now.most) };
  // Bounds that exclude each other mean that a clock was set: the newer ones count.
  return both.least <= both.most ? both : now;
}

let bounds: OffsetBounds | undefined;

export function observeDate(header: string | null, sentAt: number, receivedAt: number): void {
  if (header !== null) {
    bounds = narrowed(bounds, Date.parse(header), sentAt, receivedAt);
  }
}

/** Milliseconds to add to this computer's clock; 0 while no answer has said. */
export function serverOffset(): number {
  return bounds === undefined ? 0 : (bounds.least + bounds.most) / 2;
}

/** By how much this computer is certainly off: 0 within what the bounds leave open. */
export function certainOffset(): number {
  if (bounds === undefined) {
    return 0;
  }
  return bounds.least > 0 ? bounds.least : bounds.most < 0 ? bounds.most : 0;
}

/** Now by the servers' clock, in milliseconds since the epoch. */
export function serverNow(): number {
  return Date.now() + serverOffset();
}
