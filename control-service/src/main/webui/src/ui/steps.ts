import { microsBetween, type Timestamp } from '@/format/time';

/** A step of an order, and by whose clock its time is. */
export interface Step {
  label: string;
  at: Timestamp | undefined;
  clock: 'ours' | 'exchange';
}

export interface PlacedStep extends Step {
  /** Microseconds from zero; undefined where the step is not recorded. */
  offset: number | undefined;
  /** Microseconds from the step before that is recorded by the same clock; undefined for the first. */
  since: number | undefined;
  /** From where to where the bar goes, in percent of the track. */
  from: number;
  to: number;
}

/** Places steps on one track, which begins at the earliest of them and of zero, and ends at the latest. */
export function placed(zero: Timestamp, steps: readonly Step[]): PlacedStep[] {
  const offsets = steps.map(({ at }) => (at === undefined ? undefined : microsBetween(zero, at)));
  const known = offsets.filter((offset) => offset !== undefined);
  const first = Math.min(0, ...known);
  const span = Math.max(0, ...known) - first || 1;
  const percent = (offset: number): number => ((offset - first) / span) * 100;
  return steps.map((step, index) => {
    const offset = offsets[index];
    const before = steps.slice(0, index).findLastIndex(({ at, clock }) => at !== undefined && clock === step.clock);
    const previous = before < 0 ? undefined : offsets[before];
    const to = percent(offset ?? 0);
    return {
      ...step,
      offset,
      since: offset === undefined || previous === undefined ? undefined : offset - previous,
      from: offset === undefined || previous === undefined ? to : percent(previous),
      to,
    };
  });
}

/** Where zero lies on the track, in percent. */
export function zeroOf(steps: readonly PlacedStep[]): number {
  const known = steps.map(({ offset }) => offset).filter((offset) => offset !== undefined);
  const first = Math.min(0, ...known);
  return (-first / (Math.max(0, ...known) - first || 1)) * 100;
}
