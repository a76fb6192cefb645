import { useState } from 'react';
import { control } from '@/api';
import { useEnvironmentName } from '@/api/environment';
import type { PositionStatus } from '@/api/generated/control';
import type { Polled } from '@/api/usePolled';
import { fractionOf, percentOf } from '@/format/percent';
import { CLOSE_STYLES } from '@/format/words';
import { DeedDialog } from '@/ui/DeedDialog';
import { Choice, TextField } from '@/ui/Field';
import { ExitList } from './ExitList';

/** Sells a position, or a part of it; afterwards it tells what came of it, order by order. */
export function CloseDialog({ position, of, refusal, onClose }: {
  position: PositionStatus;
  of: Pick<Polled<unknown>, 'hash' | 'refresh'>;
  refusal: string | undefined;
  onClose: () => void;
}) {
  const environment = useEnvironmentName();
  const [percent, setPercent] = useState('100');
  const [style, setStyle] = useState('MARKET');
  const [before] = useState(() => new Set(position.exits.map(({ exitId }) => exitId)));
  const share = fractionOf(percent);
  const valid = share !== undefined && Number(share) > 0 && Number(share) <= 1;
  return (
    <DeedDialog
      title={`Close ${position.pair} in ${environment}?`}
      deed={valid && share !== '1' ? `Sell ${percentOf(share)} of ${position.pair}` : `Sell all of ${position.pair}`}
      loosens
      refusal={refusal}
      mistake={valid ? undefined : 'The share is over 0 and at most 100 percent.'}
      of={[of]}
      waiting="Asking the trader…"
      send={(reason, key, signal) =>
        control.closePosition({
          path: { environment, id: position.positionId },
          headers: { 'Idempotency-Key': key },
          body: { share: share ?? '1', style: style === 'IOC' ? 'IOC' : 'MARKET', reason },
          signal,
        })
      }
      onAnswer={of.refresh}
      result={({ note }) => (
        <>
          {note === undefined ? 'The trader sells it.' : `${note}.`}
          <ExitList position={position} exits={position.exits.filter(({ exitId }) => !before.has(exitId))} inline />
        </>
      )}
      onClose={onClose}
    >
      <TextField label="Share of what is left, in percent" numeric value={percent} onChange={setPercent} />
      <Choice label="Order" value={style} onChange={setStyle} options={Object.entries(CLOSE_STYLES)} />
      <p>Coins are sold at the price that is paid now. The exit plan goes on for what is left.</p>
    </DeedDialog>
  );
}
