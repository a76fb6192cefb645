import type { OrderItem } from '@/api/generated/ledger';
import { isFailure, ApiProblem } from '@/api/problem';
import { quoteOf } from '@/format/decimal';
import { useDraft } from '@/session/useDraft';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { TextArea, TextField } from '@/ui/Field';
import { Stopwatch } from '@/ui/Age';
import { useSettle, type Settlement, type SettleState } from './useSettle';
import styles from './SettleDialog.module.css';

export interface SettleDialogProps {
  order: OrderItem;
  onClose: () => void;
  /** The order is to be asked for again. */
  onSettled: () => void;
}

/** A person says what the exchange executed of an order in doubt, which ends the doubt. */
export function SettleDialog({ order: { environment, clientOrderId, pair }, onClose, onSettled }: SettleDialogProps) {
  const draft = useDraft<Settlement>(`settle ${clientOrderId}`, { executedQuantity: '', executedQuote: '', reason: '' });
  const { state, settle } = useSettle(environment, clientOrderId);
  const { executedQuantity, executedQuote, reason } = draft.value;
  const quote = quoteOf(pair);
  const base = pair.slice(0, -quote.length - 1);
  const change = (part: Partial<Settlement>): void => draft.change({ ...draft.value, ...part });
  const done = state.phase === 'settled' || state.phase === 'recorded';
  const errorOf = (field: keyof Settlement): string | undefined => fieldErrors(state)[field];
  const act = async (): Promise<void> => {
    if (await settle(draft.value)) {
      draft.clear();
      onSettled();
    }
  };
  return (
    <Dialog
      open
      title={`Settle the order of ${pair}?`}
      close={done ? 'Close' : 'Back'}
      onClose={onClose}
      deed={
        done ? null : (
          <Button kind="primary" busy={state.phase === 'asking'} refusal={missing(draft.value)} onPress={() => void act()}>
            Settle {pair}
          </Button>
        )
      }
    >
      <p>
        This ends the doubt with what you say: the order, its position and the caps count it from then on. Nothing is sent to the
        exchange. Look the order up in the exchange&apos;s own history first.
      </p>
      <div className={styles['fields']}>
        <TextField
          label={`Bought, ${base}`}
          name="executedQuantity"
          numeric
          value={executedQuantity}
          maxLength={41}
          hint="0 if nothing was bought."
          error={errorOf('executedQuantity')}
          onChange={(text) => change({ executedQuantity: text })}
        />
        <TextField
          label={`Spent, ${quote}`}
          name="executedQuote"
          numeric
          value={executedQuote}
          maxLength={41}
          error={errorOf('executedQuote')}
          onChange={(text) => change({ executedQuote: text })}
        />
      </div>
      <TextArea
        label="Where this is known from"
        name="reason"
        value={reason}
        maxLength={500}
        error={errorOf('reason')}
        onChange={(text) => change({ reason: text })}
      />
      <SettleResult state={state} />
    </Dialog>
  );
}

/** What is still to be filled in. */
function missing({ executedQuantity, executedQuote, reason }: Settlement): string | undefined {
  if (executedQuantity.trim() === '' || executedQuote.trim() === '') {
    return 'Say what was bought and what was spent, 0 if nothing.';
  }
  return reason.trim() === '' ? 'Say where this is known from: it is recorded with it.' : undefined;
}

function fieldErrors(state: SettleState): Partial<Record<string, string>> {
  const violations = state.phase === 'refused' && state.failure instanceof ApiProblem ? state.failure.violations : [];
  return Object.fromEntries(violations.map(({ field, message }) => [field, message]));
}

function SettleResult({ state }: { state: SettleState }) {
  switch (state.phase) {
    case 'asking':
      return (
        <p role="status">
          Settling… <Stopwatch since={state.since} />
        </p>
      );
    case 'settled':
      return <p role="status">Settled. The doubt has ended.</p>;
    case 'recorded':
      return <p role="status">Recorded. No trader has confirmed it yet; this page says when it has.</p>;
    case 'refused':
      return (
        <p role="alert" className={styles['refused']}>
          {isFailure(state.failure) && state.failure instanceof ApiProblem
            ? state.failure.detail
            : 'Not known whether it was recorded: there was no answer. Look at the status of the order before you send it again.'}
        </p>
      );
    default:
      return null;
  }
}
