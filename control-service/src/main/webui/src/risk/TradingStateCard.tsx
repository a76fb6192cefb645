import { useState } from 'react';
import { control } from '@/api';
import { useEnvironment, useEnvironmentName } from '@/api/environment';
import type { TradingStateStatus } from '@/api/generated/control';
import type { Polled } from '@/api/usePolled';
import { TRADING_STATES, wordsOf } from '@/format/words';
import { useHasRole, useRefusal } from '@/session/useSession';
import { openHalt } from '@/shell/dialogs';
import { TradingStateBadge } from '@/ui/badges';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Time } from '@/ui/Time';
import { DeedDialog } from '@/ui/DeedDialog';
import styles from './TradingStateCard.module.css';

/** What the environment may send, since when and why, and its change: tighter for two roles, ACTIVE for risk. */
export function TradingStateCard() {
  const environment = useEnvironment();
  const [open, setOpen] = useState(false);
  const halting = useRefusal('Halting', ['operator', 'risk']);
  const canHalt = useHasRole('operator');
  const activating = useRefusal('Setting ACTIVE', ['risk'], canHalt ? 'You can halt and stop.' : '');
  const state = environment.data?.tradingState;
  return (
    <Card title="Trading state" of={[environment]} who="control" lines={2}>
      {state === undefined ? (
        <p className="muted">Unknown: risk has not reported a trading state yet.</p>
      ) : (
        <p className={styles['state']}>
          <TradingStateBadge state={state.state} />
          <span>
            {wordsOf(TRADING_STATES, state.state)}, by {state.changedBy} since <Time at={state.since} />
            {state.reason !== '' && <>: {state.reason}</>}
          </span>
        </p>
      )}
      <div className={styles['actions']}>
        <Button
          refusal={activating ?? (state?.state === 'ACTIVE' ? 'It is ACTIVE.' : undefined)}
          onPress={() => setOpen(true)}
        >
          Set ACTIVE…
        </Button>
        <Button kind="dangerOutline" refusal={halting} onPress={openHalt}>
          Set REDUCING or HALTED…
        </Button>
      </div>
      {open && <ActivateDialog state={state} of={environment} onClose={() => setOpen(false)} />}
    </Card>
  );
}

/** The old state stays until risk confirms that the new one is in force. */
function ActivateDialog({ state, of, onClose }: {
  state: TradingStateStatus | undefined;
  of: Pick<Polled<unknown>, 'hash' | 'refresh'>;
  onClose: () => void;
}) {
  const environment = useEnvironmentName();
  return (
    <DeedDialog
      title={`Set ${environment} to ACTIVE?`}
      deed={`Set ${environment} to ACTIVE`}
      loosens
      refusal={state?.state === 'ACTIVE' ? 'It is ACTIVE.' : undefined}
      of={[of]}
      send={(reason, key, signal) =>
        control.setTradingState({
          path: { environment },
          headers: { 'Idempotency-Key': key },
          body: { state: 'ACTIVE', reason },
          signal,
        })
      }
      onAnswer={of.refresh}
      result={(answer) => <Outcome confirmed={'state' in answer ? answer : state?.state === 'ACTIVE' ? state : undefined} before={state?.state} />}
      onClose={onClose}
    >
      {state !== undefined && (
        <p className={styles['state']}>
          <TradingStateBadge state={state.state} />
          <span>
            by {state.changedBy} since <Time at={state.since} />: {state.reason}
          </span>
        </p>
      )}
      <p>Buys and sells are sent again in {environment}, as soon as risk has confirmed; an active run buys within its caps.</p>
    </DeedDialog>
  );
}

function Outcome({ confirmed, before }: { confirmed: TradingStateStatus | undefined; before: string | undefined }) {
  return confirmed === undefined ? (
    <>Recorded; risk has not confirmed. Until then it is {before ?? 'unknown'}.</>
  ) : (
    <>
      ACTIVE since <Time at={confirmed.since} />.
    </>
  );
}
