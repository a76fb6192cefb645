import { useSyncExternalStore } from 'react';
import { onTick } from '@/api/ticker';
import { Stopwatch } from '@/ui/Age';
import { Button } from '@/ui/Button';
import { Time } from '@/ui/Time';
import { StripLine } from '../strip/StripLine';
import type { UsedHalt } from './useHalt';

const ALARMING_AFTER = 5_000;

/** What became of the halt, until it is read. */
export function HaltLine({ halt }: { halt: UsedHalt }) {
  const { state, asked, dismiss } = halt;
  const waited = useSyncExternalStore(onTick, () =>
    'since' in state ? performance.now() - state.since >= ALARMING_AFTER : false,
  );
  const close = (
    <Button small onPress={dismiss}>
      Close
    </Button>
  );
  switch (state.phase) {
    case 'idle':
      return null;
    case 'sending':
      return (
        <StripLine tone="warn">
          {asked} sent… <Stopwatch since={state.since} />
        </StripLine>
      );
    case 'failing':
      return (
        <StripLine tone="bad" actions={<Button small onPress={dismiss}>Give up</Button>}>
          NOT {asked}: it could not be recorded. Trying again ({state.tries})…
        </StripLine>
      );
    case 'recorded':
      return (
        <StripLine tone={waited ? 'bad' : 'warn'}>
          Recorded; the trader obeys it as it reads it. Risk has not confirmed (
          <Stopwatch since={state.since} />
          ).{waited && ' Stop the run as well, and follow the runbook.'}
        </StripLine>
      );
    case 'confirmed':
      return (
        <StripLine tone="ok" actions={close}>
          {asked} since <Time at={state.result.since} />.
        </StripLine>
      );
    case 'refused':
      return (
        <StripLine tone="bad" actions={close}>
          NOT {asked}: {state.failure.message}
        </StripLine>
      );
  }
}
