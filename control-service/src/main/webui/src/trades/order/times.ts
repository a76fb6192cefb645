import type { OrderItem, OrderTimes } from '@/api/generated/ledger';
import { microsBetween, type Timestamp } from '@/format/time';
import type { Step } from '@/ui/steps';

export interface Timeline {
  zero: Timestamp;
  zeroLabel: string;
  /** From zero on and shortly before it: drawn on one track. */
  steps: readonly Step[];
  /** What happened well before a known opening, in its order; nothing for a surprise. */
  before: readonly Step[];
}

type Name = Exclude<keyof OrderTimes, 'hopMicros'>;

const PREPARED: readonly (readonly [label: string, name: Name])[] = [
  ['detected', 'detectedAt'],
  ['signalled', 'signaledAt'],
  ['read by the trader', 'consumedAt'],
];

const SENT: readonly (readonly [label: string, name: Name])[] = [
  ['fired', 'firedAt'],
  ['signed', 'signedAt'],
  ['durable', 'submittedAt'],
  ['written', 'writtenAt'],
  ['exchange', 'exchangeTime'],
  ['answered', 'answeredAt'],
  ['filled', 'filledAt'],
];

/** A request signed earlier before its opening than this was signed in advance, in microseconds. */
const IN_ADVANCE = 1_000_000;

/** The steps of an order around its zero; undefined where no time is recorded that could be the zero. */
export function timelineOf({ kind, timeline }: Pick<OrderItem, 'kind' | 'timeline'>): Timeline | undefined {
  const zero = kind === 'scheduled' ? timeline.openingTime : (timeline.eventTime ?? timeline.detectedAt);
  if (zero === undefined) {
    return undefined;
  }
  const step = ([label, name]: readonly [string, Name]): Step => ({
    label,
    at: timeline[name],
    clock: name === 'exchangeTime' ? 'exchange' : 'ours',
  });
  if (kind !== 'scheduled') {
    const zeroLabel = timeline.eventTime === undefined ? 'first seen' : "the exchange's event";
    // A surprise is fired when it is read: that step is the same.
    const steps = [...PREPARED, ...SENT.filter(([label]) => label !== 'fired')].map(step);
    return { zero, zeroLabel, steps: inOrder(steps), before: [] };
  }
  const early = ({ at }: Step): boolean => at !== undefined && microsBetween(zero, at) < -IN_ADVANCE;
  const sent = SENT.map(step);
  return {
    zero,
    zeroLabel: 'announced opening',
    steps: inOrder(sent.filter((each) => !early(each))),
    before: [...PREPARED.map(step), ...sent.filter(early)],
  };
}

/** Puts what is recorded into the order of time; what is not recorded keeps its place. */
function inOrder(steps: readonly Step[]): Step[] {
  const recorded = steps
    .filter(({ at }) => at !== undefined)
    .sort((a, b) => microsBetween(b.at ?? '', a.at ?? ''));
  return steps.map((each) => (each.at === undefined ? each : (recorded.shift() ?? each)));
}

/** Whether anything after the decision to buy is recorded: of an order that was never sent, nothing is. */
export function wasSent({ timeline }: Pick<OrderItem, 'timeline'>): boolean {
  return SENT.some(([, name]) => timeline[name] !== undefined);
}
