import { Stopwatch } from '@/ui/Age';
import { Button } from '@/ui/Button';
import { Time } from '@/ui/Time';
import type { StartState } from './useStart';
import { Gate } from './parts';
import type { GateItem } from '@/api/generated/control';

/** What became of the start, in the dialog that asked for it. */
export function StartResult({ state, again }: { state: StartState; again: () => void }) {
  return <div role="status">{result(state, again)}</div>;
}

function result(state: StartState, again: () => void) {
  switch (state.phase) {
    case 'choosing':
      return null;
    case 'asking':
      return (
        <p>
          Asking the ledger, at most 1.5 s… <Stopwatch since={state.since} />
        </p>
      );
    case 'looking':
      return (
        <p>
          Not known whether it started; looking… <Stopwatch since={state.since} />
        </p>
      );
    case 'started':
      return (
        <p>
          Run {state.run.runId.slice(0, 4)} started <Time at={state.run.startedAt} />.
        </p>
      );
    case 'not-started':
      return (
        <>
          <p>It did not start and will not.</p>
          <Button onPress={again}>Start again</Button>
        </>
      );
    case 'refused': {
      const items = state.failure.document['items'];
      return (
        <>
          <p>Not started: {state.failure.detail}.</p>
          {Array.isArray(items) && <Gate items={items as GateItem[]} />}
          <Button onPress={again}>Back to the choice</Button>
        </>
      );
    }
  }
}
