import { control } from '@/api';
import type { OrderItem } from '@/api/generated/ledger';
import { ApiProblem } from '@/api/problem';
import { useCommand, type CommandState } from '@/api/useCommand';
import { quoteOf } from '@/format/decimal';
import { useDraft } from '@/session/useDraft';
import { Button } from '@/ui/Button';
import { CommandNote } from '@/ui/CommandNote';
import { Dialog } from '@/ui/Dialog';
import { DraftNote } from '@/ui/DraftNote';
import { TextArea, TextField } from '@/ui/Field';
import styles from './SettleDialog.module.css';

interface Settlement {
  executedQuantity: string;
  executedQuote: string;
  reason: string;
}

export interface SettleDialogProps {
  order: OrderItem;
  onClose: () => void;
  /** The order is to be asked for again. */
  onSettled: () => void;
}

/** A person says what the exchange executed of an order in doubt, which ends the doubt. */
export function SettleDialog({ order: { environment, clientOrderId, pair }, onClose, onSettled }: SettleDialogProps) {
  const draft = useDraft<Settlement>(`settle ${clientOrderId}`, { executedQuantity: '', executedQuote: '', reason: '' });
  const { state, press } = useCommand((settlement: Settlement, key, signal) =>
    control.settleOrder({
      path: { environment, clientOrderId },
      headers: { 'Idempotency-Key': key },
      body: trimmedOf(settlement),
      signal,
    }),
  );
  const { executedQuantity, executedQuote, reason } = draft.value;
  const quote = quoteOf(pair);
  const base = pair.slice(0, -quote.length - 1);
  const change = (part: Partial<Settlement>): void => draft.change({ ...draft.value, ...part });
  const errors = fieldErrors(state);
  const act = async (): Promise<void> => {
    if ((await press(draft.value)) !== undefined) {
      draft.clear();
      onSettled();
    }
  };
  const done = state.phase === 'answered';
  return (
    <Dialog
      open
      title={`Settle the order of ${pair}?`}
      close={done ? 'Close' : 'Back'}
      onClose={onClose}
      deed={
        done ? null : (
          <Button kind="primary" busy={state.phase === 'waiting'} refusal={missing(draft.value)} onPress={() => void act()}>
            Settle {pair}
          </Button>
        )
      }
    >
      <p>
        This ends the doubt with what you say: the order, its position and the caps count it from then on. Nothing is sent to the
        exchange. Look the order up in the exchange&apos;s own history first.
      </p>
      <DraftNote of={draft} />
      <div className={styles['fields']}>
        <TextField
          label={`Bought, ${base}`}
          name="executedQuantity"
          numeric
          value={executedQuantity}
          maxLength={41}
          hint="0 if nothing was bought."
          error={errors['executedQuantity']}
          onChange={(text) => change({ executedQuantity: text })}
        />
        <TextField
          label={`Spent, ${quote}`}
          name="executedQuote"
          numeric
          value={executedQuote}
          maxLength={41}
          error={errors['executedQuote']}
          onChange={(text) => change({ executedQuote: text })}
        />
      </div>
      <TextArea
        label="Where this is known from"
        name="reason"
        value={reason}
        maxLength={500}
        error={errors['reason']}
        onChange={(text) => change({ reason: text })}
      />
      <CommandNote state={state} waiting="Settling…">
        {({ note }) =>
          note === undefined
            ? 'Settled. The doubt has ended.'
            : 'Recorded. No trader has confirmed it yet; this page says when one has.'
        }
      </CommandNote>
    </Dialog>
  );
}

function trimmedOf({ executedQuantity, executedQuote, reason }: Settlement): Settlement {
  return { executedQuantity: executedQuantity.trim(), executedQuote: executedQuote.trim(), reason: reason.trim() };
}

/** What is still to be filled in. */
function missing({ executedQuantity, executedQuote, reason }: Settlement): string | undefined {
  if (executedQuantity.trim() === '' || executedQuote.trim() === '') {
    return 'Say what was bought and what was spent, 0 if nothing.';
  }
  return reason.trim() === '' ? 'Say where this is known from: it is recorded with it.' : undefined;
}

function fieldErrors(state: CommandState<unknown>): Readonly<Record<string, string>> {
  const violations = state.phase === 'failed' && state.failure instanceof ApiProblem ? state.failure.violations : [];
  return Object.fromEntries(violations.map(({ field, message }) => [field, message]));
}
