import { useRef } from 'react';
import { useEnvironment } from '@/api/environment';
import type { ListingTermsDraft } from '@/api/generated/control';
import type { ListingItem } from '@/api/generated/ledger';
import { amountText, quoteOf } from '@/format/decimal';
import { ORDER_STYLES, wordsOf } from '@/format/words';
import { useDraft } from '@/session/useDraft';
import { Select, TextField } from '@/ui/Field';
import { CommandDialog } from './CommandDialog';
import styles from './commands.module.css';
import { errorOf, useChangeTerms } from './useListingCommand';

interface Draft {
  quoteAmount: string;
  orderStyle: string;
  maxPremium: string;
  reason: string;
}

const AS_CONFIGURED = '';

/** Buys one listing on other terms than the run's configuration; what is left empty is the configuration's own. */
export function ChangeDialog({ listing, onClose }: { listing: ListingItem; onClose: () => void }) {
  const { listingId, pair, terms } = listing;
  const run = useEnvironment().data?.activeRun;
  const command = useChangeTerms(listingId);
  const amount = useRef<HTMLInputElement>(null);
  const draft = useDraft<Draft>(`terms of ${listingId}`, {
    quoteAmount: terms?.quoteAmount ?? '',
    orderStyle: terms?.orderStyle ?? AS_CONFIGURED,
    maxPremium: terms?.maxPremium ?? '',
    reason: '',
  });
  const { quoteAmount, orderStyle, maxPremium } = draft.value;
  const quote = quoteOf(pair);
  return (
    <CommandDialog
      title={`Change ${pair}`}
      deed={`Change ${pair}`}
      command={command}
      draft={draft}
      argument={(reason) => termsOf(draft.value, reason)}
      reasonHint="It stands in the record with your name."
      focus={amount}
      onClose={onClose}
      done={() => `In force: ${pair} is bought on these terms, if the run wants it.`}
    >
      <p>
        {terms?.leaveAlone === true
          ? `It is left alone now. With this it is bought again, if the run wants it.`
          : `This one listing is bought on these terms, if the run wants it. What is empty is as in the configuration; what was set before is replaced.`}
      </p>
      <TextField
        label={`Amount, ${quote}`}
        name="quoteAmount"
        numeric
        ref={amount}
        value={quoteAmount}
        hint={
          run === undefined
            ? 'Within every cap. Empty: as the run has it.'
            : `Within every cap. Empty: ${amountText(run.snapshot.quoteAmount, quote)}, as the run has it.`
        }
        error={errorOf(command.state, 'quoteAmount')}
        onChange={(next) => draft.change({ ...draft.value, quoteAmount: next })}
      />
      <div className={styles['row']}>
        <Select
          label="Order"
          name="orderStyle"
          value={orderStyle}
          options={[
            [AS_CONFIGURED, run === undefined ? 'as the run has it' : `as the run has it: ${wordsOf(ORDER_STYLES, run.snapshot.orderStyle)}`],
            ...Object.entries(ORDER_STYLES),
          ]}
          error={errorOf(command.state, 'orderStyle')}
          onChange={(next) => draft.change({ ...draft.value, orderStyle: next })}
        />
        <TextField
          label="Highest premium"
          name="maxPremium"
          numeric
          value={maxPremium}
          hint="Over the reference price; 0.3 is 30 %. Not for market orders."
          error={errorOf(command.state, 'maxPremium')}
          onChange={(next) => draft.change({ ...draft.value, maxPremium: next })}
        />
      </div>
    </CommandDialog>
  );
}

function termsOf({ quoteAmount, orderStyle, maxPremium }: Draft, reason: string): ListingTermsDraft {
  const typed = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());
  return {
    quoteAmount: typed(quoteAmount),
    orderStyle: typed(orderStyle),
    maxPremium: typed(maxPremium),
    leaveAlone: false,
    reason,
  };
}
