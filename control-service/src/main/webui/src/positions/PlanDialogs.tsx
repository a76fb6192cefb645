import { useState } from 'react';
import { control } from '@/api';
import { useEnvironmentName } from '@/api/environment';
import type { PositionStatus } from '@/api/generated/control';
import type { Polled } from '@/api/usePolled';
import { AT_STOP } from '@/format/words';
import { DeedDialog } from '@/ui/DeedDialog';
import { Choice, TextArea, TextField } from '@/ui/Field';
import { planFormOf, planOf, type PlanForm } from './planForm';

interface PlanDialogProps {
  position: PositionStatus;
  of: Pick<Polled<unknown>, 'hash' | 'refresh'>;
  refusal: string | undefined;
  onClose: () => void;
}

const FIELDS: readonly (readonly [keyof PlanForm, string, string])[] = [
  ['stopLoss', 'Stop loss', 'Percent under the average price. Empty: none'],
  ['confirmation', 'Confirmation', 'How long the price stays there. Empty: 1 s'],
  ['grace', 'Grace', 'No price counts so long after the first fill. Empty: 5 s'],
  ['trailingStop', 'Trailing stop', 'Percent under the highest price. Empty: none'],
  ['activation', 'Activation', 'From so many percent over the average price on. Empty: 0'],
  ['longestHolding', 'Longest holding', 'Then all is sold. Empty: no limit'],
  ['floor', 'Lowest sell price', 'Percent of the best bid. Empty: at market'],
];

/** Another plan for a position; the old one holds until the trader has confirmed. */
export function EditPlanDialog({ position, of, refusal, onClose }: PlanDialogProps) {
  const environment = useEnvironmentName();
  const [form, setForm] = useState(() => planFormOf(position.plan));
  const read = planOf(form);
  const change = (name: keyof PlanForm) => (value: string) => setForm((before) => ({ ...before, [name]: value }));
  return (
    <DeedDialog
      title={`Exit plan of ${position.pair} in ${environment}`}
      deed={`Set the plan of ${position.pair}`}
      loosens
      refusal={refusal}
      mistake={'mistake' in read ? read.mistake : undefined}
      of={[of]}
      waiting="Asking the trader…"
      send={(reason, key, signal) =>
        control.setExitPlan({
          path: { environment, id: position.positionId },
          headers: { 'Idempotency-Key': key },
          body: { plan: 'plan' in read ? read.plan : {}, reason },
          signal,
        })
      }
      onAnswer={of.refresh}
      result={({ note }) => (note === undefined ? 'The plan is in force.' : `${note}.`)}
      onClose={onClose}
    >
      <p>A rule that has triggered does not trigger again, and what is sold stays sold.</p>
      <TextArea
        label="Take profit"
        value={form.takeProfits}
        onChange={change('takeProfits')}
        hint="One level a line, in percent: over the average price, then the share sold, as 50: 25 or 50: 25 resting"
      />
      {FIELDS.map(([name, label, hint]) => (
        <TextField key={name} label={label} hint={hint} numeric value={form[name]} onChange={change(name)} />
      ))}
      <Choice label="When the run is stopped" value={form.atStop} onChange={change('atStop')} options={Object.entries(AT_STOP)} />
    </DeedDialog>
  );
}

/** No plan any more: only a person sells the position. */
export function CancelPlanDialog({ position, of, refusal, onClose }: PlanDialogProps) {
  const environment = useEnvironmentName();
  return (
    <DeedDialog
      title={`Cancel the exit plan of ${position.pair}?`}
      deed={`Cancel the plan of ${position.pair}`}
      loosens
      refusal={refusal}
      of={[of]}
      waiting="Asking the trader…"
      send={(reason, key, signal) =>
        control.cancelExitPlan({
          path: { environment, id: position.positionId },
          headers: { 'Idempotency-Key': key },
          query: { reason },
          signal,
        })
      }
      onAnswer={of.refresh}
      result={({ note }) => (note === undefined ? 'It ends by no plan any more: it is yours to sell.' : `${note}.`)}
      onClose={onClose}
    >
      <p>Nothing of {position.pair} is sold by a plan any more, also when its price falls. Only a person sells it.</p>
    </DeedDialog>
  );
}
