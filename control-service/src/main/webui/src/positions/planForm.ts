import type { ExitPlanDraft } from '@/api/generated/control';
import { isoDuration, typedDuration } from '@/format/duration';
import { levelOf, typedLevel, type ExitPlan } from '@/format/exitPlan';
import { fractionOf, typedPercent } from '@/format/percent';

/** What is typed of a plan; what is empty is left out. */
export interface PlanForm {
  takeProfits: string;
  stopLoss: string;
  confirmation: string;
  grace: string;
  trailingStop: string;
  activation: string;
  longestHolding: string;
  floor: string;
  atStop: string;
}

export function planFormOf(plan: ExitPlan | undefined): PlanForm {
  const percent = (fraction: string | undefined): string => (fraction === undefined ? '' : typedPercent(fraction));
  const duration = (iso: string | undefined): string => (iso === undefined ? '' : typedDuration(iso));
  return {
    takeProfits: (plan?.takeProfits ?? []).map(typedLevel).join('\n'),
    stopLoss: percent(plan?.stopLoss?.below),
    confirmation: duration(plan?.stopLoss?.confirmation),
    grace: duration(plan?.stopLoss?.grace),
    trailingStop: percent(plan?.trailingStop?.below),
    activation: percent(plan?.trailingStop?.activation),
    longestHolding: duration(plan?.longestHolding),
    floor: percent(plan?.floor),
    atStop: plan?.atStop ?? 'KEEP_EXITS',
  };
}

/** The plan that is typed, or what keeps it from being sent, in a sentence. */
export function planOf(form: PlanForm): { plan: ExitPlanDraft } | { mistake: string } {
  const mistakes: string[] = [];
  const read = (name: string, typed: string, as: (text: string) => string | undefined): string | undefined => {
    const value = typed.trim() === '' ? undefined : as(typed);
    if (typed.trim() !== '' && value === undefined) {
      mistakes.push(`${name} cannot be read: “${typed.trim()}”.`);
    }
    return value;
  };
  const lines = form.takeProfits.split('\n').filter((line) => line.trim() !== '');
  const takeProfits = lines.flatMap((line) => levelOf(line) ?? []);
  if (takeProfits.length < lines.length) {
    mistakes.push('A level is written as percent over the price: percent sold, as 50: 25.');
  }
  const below = read('The stop loss', form.stopLoss, fractionOf);
  const confirmation = read('The confirmation', form.confirmation, isoDuration);
  const grace = read('The grace', form.grace, isoDuration);
  const trailing = read('The trailing stop', form.trailingStop, fractionOf);
  const activation = read('The activation', form.activation, fractionOf);
  const longestHolding = read('The longest holding', form.longestHolding, isoDuration);
  const floor = read('The lowest sell price', form.floor, fractionOf);
  if (takeProfits.length === 0 && below === undefined && trailing === undefined && longestHolding === undefined) {
    mistakes.push('A plan has a rule at least.');
  }
  const [mistake] = mistakes;
  return mistake === undefined
    ? {
        plan: {
          takeProfits,
          ...(below === undefined ? {} : { stopLoss: { below, ...given({ confirmation, grace }) } }),
          ...(trailing === undefined ? {} : { trailingStop: { below: trailing, ...given({ activation }) } }),
          ...given({ longestHolding, floor }),
          atStop: form.atStop as ExitPlanDraft['atStop'] & string,
        },
      }
    : { mistake };
}

/** What is known of these. */
function given(values: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
