import { useState } from 'react';
import { control } from '@/api';
import { useEnvironment, useEnvironmentName } from '@/api/environment';
import type { CapUse } from '@/api/generated/control';
import { amountText, decimalText } from '@/format/decimal';
import { CAP_LEVELS, CAPS, wordsOf } from '@/format/words';
import { useRefusal } from '@/session/useSession';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Mark } from '@/ui/Mark';
import { Time } from '@/ui/Time';
import { setBreakers, trippedBreakers, type Tripped } from './breakers';
import styles from './BreakersCard.module.css';
import { DeedDialog } from '@/ui/DeedDialog';
import { useBreakerEvents, useCaps } from './queries';

type Breaker = 'LOSS_PER_DAY' | 'CONSECUTIVE_FAILURES';

/** The circuit breakers: which have tripped, why, and the reset by a person. */
export function BreakersCard() {
  const caps = useCaps();
  const events = useBreakerEvents();
  const uses = caps.data?.caps ?? [];
  const tripped = trippedBreakers(uses, events.data ?? []);
  const armed = setBreakers(uses);
  const [resetting, setResetting] = useState<CapUse>();
  const refusal = useRefusal('Resetting a circuit breaker', ['risk']);
  return (
    <Card title="Circuit breakers" of={[caps]} who="control" lines={2}>
      {tripped.length === 0 ? (
        <p className={styles['fine']}>
          <Mark shape={armed.length === 0 ? 'neutral' : 'ok'} />
          {armed.length === 0
            ? 'None is set. Guardrails or a configuration set them: loss of a UTC day, failures in a row.'
            : `None tripped. Set: ${armed.map((cap) => wordsOf(CAPS, cap)).join(', ')}.`}
        </p>
      ) : (
        <ul className={styles['list']}>
          {tripped.map((each) => (
            <li key={each.use.cap} className={styles['tripped']}>
              <Sentence tripped={each} />
              <Button small refusal={refusal} onPress={() => setResetting(each.use)}>
                Reset…
              </Button>
            </li>
          ))}
        </ul>
      )}
      {resetting !== undefined && (
        <ResetDialog
          cap={resetting.cap as Breaker}
          tripped={tripped.find(({ use }) => use.cap === resetting.cap)}
          of={caps}
          onClose={() => setResetting(undefined)}
        />
      )}
    </Card>
  );
}

function Sentence({ tripped: { use, at } }: { tripped: Tripped }) {
  return (
    <p className={styles['sentence']}>
      <Mark shape="bad" />
      <span>
        Tripped {at !== undefined && <Time at={at} />} {causeOf(use)} of the {wordsOf(CAP_LEVELS, use.level)}. No buys until a person
        resets it.
      </span>
    </p>
  );
}

function causeOf({ cap, used, limit }: CapUse): string {
  return cap === 'CONSECUTIVE_FAILURES'
    ? `after ${decimalText(used)} ${used === '1' ? 'failure' : 'failures in a row'}, at the limit of ${decimalText(limit)}`
    : `after a loss of ${amountText(used)} on this UTC day, at the limit of ${amountText(limit)}`;
}

function ResetDialog({ cap, tripped, of, onClose }: {
  cap: Breaker;
  tripped: Tripped | undefined;
  of: ReturnType<typeof useCaps>;
  onClose: () => void;
}) {
  const environment = useEnvironmentName();
  const { refresh } = useEnvironment();
  const name = wordsOf(CAPS, cap);
  return (
    <DeedDialog
      title={`Reset «${name}» in ${environment}?`}
      deed={`Reset «${name}» in ${environment}`}
      loosens
      refusal={tripped === undefined ? 'It has not tripped any more.' : undefined}
      of={[of]}
      send={(reason, key, signal) =>
        control.resetBreaker({ path: { environment, cap }, headers: { 'Idempotency-Key': key }, body: { reason }, signal })
      }
      onAnswer={() => {
        of.refresh();
        refresh();
      }}
      result={(answer) =>
        'environment' in answer || tripped === undefined
          ? 'Reset: what it counts begins at zero, and the environment may buy again.'
          : 'Recorded; risk has not confirmed. Until then no buys.'
      }
      onClose={onClose}
    >
      {tripped !== undefined && <Sentence tripped={tripped} />}
      <p>After the reset what it counts begins at zero, and an active run buys again within the other caps.</p>
    </DeedDialog>
  );
}
