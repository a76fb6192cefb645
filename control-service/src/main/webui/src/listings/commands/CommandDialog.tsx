import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import type { ListingStatus } from '@/api/generated/control';
import { ApiProblem } from '@/api/problem';
import type { CommandState, UsedCommand } from '@/api/useCommand';
import type { UsedDraft } from '@/session/useDraft';
import { Button } from '@/ui/Button';
import { CommandNote } from '@/ui/CommandNote';
import { Dialog } from '@/ui/Dialog';
import { DraftNote } from '@/ui/DraftNote';
import { TextArea } from '@/ui/Field';
import { Mark } from '@/ui/Mark';
import styles from './commands.module.css';
import { errorOf } from './useListingCommand';

/** As the API has it. */
const MOST_REASON = 500;

export interface CommandDialogProps<D extends { reason: string }, A> {
  title: string;
  /** What the button says: the deed and its target. */
  deed: string;
  danger?: boolean;
  command: UsedCommand<A, ListingStatus>;
  draft: UsedDraft<D>;
  /** What is sent, of the fields and the reason. */
  argument: (reason: string) => A;
  /** Why it cannot be sent yet, besides a missing reason. */
  refusal?: string | undefined;
  /** What the reason is for. */
  reasonHint: string;
  focus?: RefObject<HTMLElement | null>;
  onClose: () => void;
  /** What has become of it, once confirmed. */
  done: (listing: ListingStatus) => ReactNode;
  /** The effect, and the fields. */
  children: ReactNode;
}

/** A dialog before a command about a listing: its effect, its fields, a reason, and then the answer. */
export function CommandDialog<D extends { reason: string }, A>(props: CommandDialogProps<D, A>) {
  const { command, draft, onClose, children, refusal } = props;
  const { state } = command;
  const reason = useRef<HTMLTextAreaElement>(null);
  const text = draft.value.reason.trim();
  const answered = state.phase === 'answered';
  const result = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone by then.
  useEffect(() => (answered ? result.current?.focus() : undefined), [answered]);
  return (
    <Dialog
      open
      title={props.title}
      onClose={onClose}
      close={answered ? 'Close' : 'Back'}
      focus={props.focus ?? reason}
      deed={
        !answered && (
          <Button
            kind={props.danger === true ? 'danger' : 'primary'}
            busy={state.phase === 'waiting'}
            refusal={refusal ?? (text === '' ? 'Say why: it is recorded with it.' : undefined)}
            onPress={() => void command.press(props.argument(text)).then((answer) => answer !== undefined && draft.clear())}
          >
            {props.deed}
          </Button>
        )
      }
    >
      {!answered && (
        <>
          {children}
          <TextArea
            label="Reason"
            name="reason"
            ref={reason}
            value={draft.value.reason}
            maxLength={MOST_REASON}
            hint={props.reasonHint}
            error={errorOf(state, 'reason')}
            onChange={(next) => draft.change({ ...draft.value, reason: next })}
          />
          <DraftNote of={draft} />
        </>
      )}
      <div ref={result} tabIndex={-1}>
        <Answer state={state} done={props.done} />
      </div>
    </Dialog>
  );
}

/** A 503 `no-answer` is no refusal: the command is recorded, and holds once a scanner reads it. */
function Answer({ state, done }: { state: CommandState<ListingStatus>; done: (listing: ListingStatus) => ReactNode }) {
  if (state.phase === 'failed' && state.failure instanceof ApiProblem && state.failure.type === 'no-answer') {
    return (
      <p role="status" className={styles['unknown']}>
        <Mark shape="warn" />
        <span>Recorded, not confirmed: no scanner has answered in 5 s. It holds once one reads it; the list tells.</span>
      </p>
    );
  }
  return (
    <CommandNote state={state} waiting="Asking the scanner…">
      {done}
    </CommandNote>
  );
}
