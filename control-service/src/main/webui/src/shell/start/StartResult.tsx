import { useLocation } from 'wouter';
import { useEnvironmentPath } from '@/api/environment';
import type { GateItem, Run } from '@/api/generated/control';
import type { ApiProblem } from '@/api/problem';
import { Stopwatch } from '@/ui/Age';
import { Button } from '@/ui/Button';
import { Time } from '@/ui/Time';
import { closeDialog } from '../dialogs';
import type { StartState } from './useStart';
import { Gate } from './parts';
import styles from './StartDialog.module.css';

/** What became of the start, in the dialog that asked for it. */
export function StartResult({ state, again }: { state: StartState; again: () => void }) {
  return (
    <div role="status" className={styles['result']}>
      {result(state, again)}
    </div>
  );
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
        <Started run={state.run} />
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
          <p>{refusalText(state.failure)}</p>
          {Array.isArray(items) && <Gate items={items as GateItem[]} />}
          <Button onPress={again}>Back to the choice</Button>
        </>
      );
    }
  }
}

function Started({ run }: { run: Run }) {
  const to = useEnvironmentPath();
  const [, navigate] = useLocation();
  return (
    <>
      <p>
        Run {run.runId.slice(0, 4)} started <Time at={run.startedAt} />.
      </p>
      <Button
        onPress={() => {
          closeDialog();
          navigate(to(`runs/${run.runId}`));
        }}
      >
        Show run {run.runId.slice(0, 4)}
      </Button>
    </>
  );
}

function refusalText({ detail, document }: ApiProblem): string {
  const active = document['activeRunId'];
  return typeof active === 'string' ? `Not started: run ${active.slice(0, 4)} is active.` : `Not started: ${detail}.`;
}
