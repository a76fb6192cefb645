import type { SavedConfiguration } from '@/api/generated/control';
import { ApiProblem } from '@/api/problem';
import type { LookedUp } from '@/api/useLookedUp';
import { Stopwatch } from '@/ui/Age';
import { Mark } from '@/ui/Mark';
import styles from './Editor.module.css';

/** What became of saving, beside its button. What is said of fields stands at the fields. */
export function SaveNote({ state }: { state: LookedUp<SavedConfiguration> }) {
  return <div role="status">{note(state)}</div>;
}

function note(state: LookedUp<SavedConfiguration>) {
  switch (state.phase) {
    case 'idle':
    case 'done':
      return null;
    case 'waiting':
      return (
        <p className="muted">
          Asking the ledger… <Stopwatch since={state.since} />
        </p>
      );
    case 'looking':
      return (
        <p>
          The ledger has not answered; it may still store this. Looking… <Stopwatch since={state.since} />
        </p>
      );
    case 'absent':
      return (
        <p className={styles['failed']}>
          <Mark shape="bad" />
          <span>It is not stored. What you typed is kept: save again when the ledger answers.</span>
        </p>
      );
    case 'failed':
      return (
        <p className={styles['failed']}>
          <Mark shape="bad" />
          <span>{wordsOf(state.failure)}</span>
        </p>
      );
  }
}

function wordsOf(failure: Error): string {
  if (!(failure instanceof ApiProblem)) {
    return `Not saved: ${failure.message}`;
  }
  if (failure.status === 412) {
    return 'Not saved: another version was saved meanwhile. It is read now.';
  }
  if (failure.type === 'name-taken') {
    return 'Another configuration has this name.';
  }
  return failure.violations.length > 0 ? 'Not saved: see the fields that need mending.' : `Not saved: ${failure.detail}`;
}
