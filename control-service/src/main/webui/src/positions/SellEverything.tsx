import { useState } from 'react';
import { control } from '@/api';
import { useEnvironment, useEnvironmentName } from '@/api/environment';
import type { PositionStatus } from '@/api/generated/control';
import type { Polled } from '@/api/usePolled';
import { useRefusal } from '@/session/useSession';
import { Button } from '@/ui/Button';
import { DeedDialog } from '@/ui/DeedDialog';
import { ExitList } from './ExitList';

/** Sells all that is held in the environment; its name is typed, with any money. */
export function SellEverything({ open }: { open: Polled<readonly PositionStatus[]> }) {
  const environment = useEnvironmentName();
  const { data: status } = useEnvironment();
  const [asked, setAsked] = useState<readonly PositionStatus[]>();
  const role = useRefusal('Selling everything', ['operator']);
  const halted = status?.tradingState?.state === 'HALTED' ? `${environment} is HALTED: nothing is sold.` : undefined;
  const positions = open.data ?? [];
  const nothing = open.data !== undefined && positions.length === 0 ? 'Nothing is held.' : undefined;
  const refusal = role ?? halted ?? nothing;
  const before = new Set((asked ?? []).flatMap(({ exits }) => exits.map(({ exitId }) => exitId)));
  return (
    <>
      <Button kind="dangerOutline" refusal={refusal} onPress={() => setAsked(positions)}>
        Sell everything…
      </Button>
      {asked !== undefined && (
        <DeedDialog
          title={`Sell everything in ${environment}?`}
          deed={`Sell everything in ${environment}`}
          loosens
          typed
          refusal={role ?? halted}
          of={[open]}
          waiting="Asking the trader…"
          send={(reason, key, signal) =>
            control.sellEverything({ path: { environment }, headers: { 'Idempotency-Key': key }, body: { reason }, signal })
          }
          onAnswer={open.refresh}
          result={({ note }) => (
            <>
              {note === undefined ? 'The trader sells them.' : `${note}.`}
              {positions.map((position) => (
                <span key={position.positionId}>
                  <br />
                  {position.pair}
                  <ExitList position={position} exits={position.exits.filter(({ exitId }) => !before.has(exitId))} inline />
                </span>
              ))}
            </>
          )}
          onClose={() => setAsked(undefined)}
        >
          <p>
            {asked.length} positions are sold at market: {asked.map(({ pair }) => pair).join(', ')}. An active run goes on and may
            buy: stop it first.
          </p>
        </DeedDialog>
      )}
    </>
  );
}
