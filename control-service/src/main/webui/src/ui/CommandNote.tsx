import type { ReactNode } from 'react';
import type { CommandState } from '@/api/useCommand';
import { ApiProblem, NoAnswer } from '@/api/problem';
import { Stopwatch } from './Age';
import styles from './CommandNote.module.css';
import { Mark } from './Mark';

export interface CommandNoteProps<R> {
  state: CommandState<R>;
  /** While it waits, such as `Asking the exchange…`. */
  waiting: string;
  /** What the answer says: whether it is confirmed, or recorded only. */
  children: (result: R) => ReactNode;
}

/** What became of a command, beside the button that gave it. Violations of fields belong to the fields. */
export function CommandNote<R>({ state, waiting, children }: CommandNoteProps<R>) {
  return <div role="status">{note(state, waiting, children)}</div>;
}

function note<R>(state: CommandState<R>, waiting: string, children: (result: R) => ReactNode): ReactNode {
  switch (state.phase) {
    case 'idle':
      return null;
    case 'waiting':
      return (
        <p className="muted">
          {waiting} <Stopwatch since={state.since} />
        </p>
      );
    case 'answered':
      return <p>{children(state.result)}</p>;
    case 'failed':
      return (
        <p className={styles['failed']}>
          <Mark shape="bad" /> <span>{wordsOf(state.failure)}</span>
        </p>
      );
  }
}

function wordsOf(failure: Error): string {
  if (failure instanceof NoAnswer) {
    return 'There was no answer: whether it was done is not known. Look before you try again.';
  }
  if (failure instanceof ApiProblem) {
    const reference = failure.correlationId === undefined ? '' : ` Reference ${failure.correlationId}.`;
    if (failure.type === 'no-answer') {
      return `Not known whether it was done. ${failure.detail}.`;
    }
    return `Not done: ${failure.detail}.${failure.status >= 500 ? reference : ''}`;
  }
  return `Not done: ${failure.message}.`;
}
