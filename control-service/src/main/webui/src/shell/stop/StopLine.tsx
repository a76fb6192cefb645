import { useSyncExternalStore } from 'react';
import { control } from '@/api';
import { useEnvironmentName } from '@/api/environment';
import { onTick } from '@/api/ticker';
import { usePolled } from '@/api/usePolled';
import { Stopwatch } from '@/ui/Age';
import { Button } from '@/ui/Button';
import { Time } from '@/ui/Time';
import { openHalt } from '../dialogs';
import { StripLine } from '../strip/StripLine';
import type { UsedStop } from './useStop';

/** From here on a stop that nobody has confirmed is alarming, in milliseconds. */
const ALARMING_AFTER = 5_000;

/** What became of the stop, until it is read. */
export function StopLine({ stop }: { stop: UsedStop }) {
  const { state, dismiss } = stop;
  const waited = useSyncExternalStore(onTick, () =>
    'since' in state ? performance.now() - state.since >= ALARMING_AFTER : false,
  );
  switch (state.phase) {
    case 'idle':
      return null;
    case 'sending':
      return (
        <StripLine tone="warn">
          Stopping… <Stopwatch since={state.since} />
        </StripLine>
      );
    case 'failing':
      return (
        <StripLine tone="bad" actions={<Button small onPress={dismiss}>Give up</Button>}>
          NOT stopped: the stop could not be recorded. Trying again ({state.tries})…
        </StripLine>
      );
    case 'recorded':
      return (
        <StripLine
          tone={waited ? 'bad' : 'warn'}
          actions={waited && <Button small kind="dangerOutline" onPress={openHalt}>Halt…</Button>}
        >
          {waited ? 'No trader has confirmed the stop' : 'Stop recorded. No further buy is sent once a trader confirms it'} (
          <Stopwatch since={state.since} />
          ).{waited && ' To be sure, halt.'}
        </StripLine>
      );
    case 'confirmed':
      return (
        <StripLine tone="ok" actions={<Button small onPress={dismiss}>Close</Button>}>
          Stopped run {state.result.runId.slice(0, 4)} {state.result.stoppedAt !== undefined && <Time at={state.result.stoppedAt} />},{' '}
          {(state.took / 1000).toFixed(1)} s after you asked. <ExitsRunning runId={state.result.runId} />
        </StripLine>
      );
    case 'refused':
      return (
        <StripLine tone="bad" actions={<Button small onPress={dismiss}>Close</Button>}>
          NOT stopped: {state.failure.message}
        </StripLine>
      );
  }
}

/** Exits of the run that go on after it, as its configuration says. */
function ExitsRunning({ runId }: { runId: string }) {
  const environment = useEnvironmentName();
  const open = usePolled(['control', 'open-positions', environment], async (signal) => {
    const { items } = await control.listOpenPositions({ path: { environment }, signal });
    return items;
  });
  const count = open.data?.filter((position) => position.runId === runId && position.plan !== undefined).length;
  return count === undefined ? null : <>{count} exits running.</>;
}
