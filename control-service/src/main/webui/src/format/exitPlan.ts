import type { Decimal } from './decimal';
import { typedDuration } from './duration';
import { fractionOf, percentOf, typedPercent } from './percent';

/** A level of an exit plan, as both APIs give it. */
export interface TakeProfit {
  above: Decimal;
  share: Decimal;
  resting?: boolean;
}

/** An exit plan, as both APIs give it. */
export interface ExitPlan {
  takeProfits?: TakeProfit[];
  stopLoss?: { below: Decimal; confirmation?: string; grace?: string };
  trailingStop?: { below: Decimal; activation?: Decimal };
  longestHolding?: string;
  floor?: Decimal;
  atStop?: string;
}

const LEVEL = /^\+?\s*(\S+?)\s*%?\s*:\s*(\S+?)\s*%?(\s+resting)?$/i;

/** A level as a person types it, `50: 25` or `50: 25 resting`; undefined where it is none. */
export function levelOf(line: string): TakeProfit | undefined {
  const [, typedAbove, typedShare, resting] = LEVEL.exec(line.trim()) ?? [];
  const above = fractionOf(typedAbove ?? '');
  const share = fractionOf(typedShare ?? '');
  return above === undefined || share === undefined ? undefined : { above, share, resting: resting !== undefined };
}

export function typedLevel({ above, share, resting }: TakeProfit): string {
  return `${typedPercent(above)}: ${typedPercent(share)}${resting === true ? ' resting' : ''}`;
}

/** A level in words: `at +50 % sell 25 %`. */
export function levelText({ above, share, resting }: TakeProfit): string {
  return `at +${percentOf(above)} sell ${percentOf(share)}${resting === true ? ', by a resting order' : ''}`;
}

/** What becomes of positions when the run is stopped. */
export function atStopText(plan: ExitPlan | undefined): string {
  if (plan === undefined) {
    return 'Positions stay open and are yours to sell.';
  }
  return plan.atStop === 'HAND_OVER'
    ? 'Exits end with the run: positions are handed over to you.'
    : 'Exits go on after the run: positions are sold by their plan.';
}

/** The rules of a plan, each a sentence, in the order in which they are written. */
export function rulesOf(plan: ExitPlan): string[] {
  const rules = (plan.takeProfits ?? []).map((level) => `Take profit ${levelText(level)}.`);
  const { stopLoss, trailingStop } = plan;
  if (stopLoss !== undefined) {
    const grace = stopLoss.grace === undefined ? '' : `, not in the first ${typedDuration(stopLoss.grace)}`;
    const stays = stopLoss.confirmation === undefined ? '' : ` for ${typedDuration(stopLoss.confirmation)}`;
    rules.push(`Stop loss ${percentOf(stopLoss.below)} under the average price${stays}${grace}.`);
  }
  if (trailingStop !== undefined) {
    const from = trailingStop.activation ?? '0';
    rules.push(`Trailing stop ${percentOf(trailingStop.below)} under the highest price, from +${percentOf(from)} on.`);
  }
  if (plan.longestHolding !== undefined) {
    rules.push(`All is sold ${typedDuration(plan.longestHolding)} after the first fill.`);
  }
  if (plan.floor !== undefined) {
    rules.push(`No sell under ${percentOf(plan.floor)} of the best bid.`);
  }
  return rules;
}
