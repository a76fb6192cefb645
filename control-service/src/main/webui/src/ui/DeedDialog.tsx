import { useEffect, useState, type ReactNode } from 'react';
import { useEnvironment, useEnvironmentName } from '@/api/environment';
import { useCommand, type CommandState } from '@/api/useCommand';
import { useAge, type Polled } from '@/api/usePolled';
import { useDraft } from '@/session/useDraft';
import { Button } from './Button';
import { CommandNote } from './CommandNote';
import { Dialog } from './Dialog';
import { DraftNote } from './DraftNote';
import { TextArea, TextField } from './Field';

export interface DeedDialogProps<R> {
  title: string;
  /** Names the deed and its target, such as `Set paper to ACTIVE`. */
  deed: string;
  /** Whether it allows more: with real money the environment's name is typed. */
  loosens: boolean;
  /** Why it cannot be done now, in a sentence. */
  refusal: string | undefined;
  /** What it is judged by, which must be current. */
  of: readonly Pick<Polled<unknown>, 'hash'>[];
  send: (reason: string, key: string, signal: AbortSignal) => Promise<R>;
  /** What has come of it: recorded only, or confirmed. */
  result: (result: R) => ReactNode;
  /** After each answer, also one that refuses. */
  onAnswer: (state: CommandState<R>) => void;
  onClose: () => void;
  /** While it waits; risk is asked unless this says otherwise. */
  waiting?: string;
  /** Whether the environment's name is typed with any money, because the deed ends more than one thing. */
  typed?: boolean;
  /** What is typed by hand must be right, such as a share; a sentence where it is not. */
  mistake?: string | undefined;
  /** What the reason is for. */
  hint?: string;
  children?: ReactNode;
}

/** A dialog before a deed that is recorded with its reason: its effect, the reason, and its name where real money is at stake. */
export function DeedDialog<R>(props: DeedDialogProps<R>) {
  const { title, deed, loosens, refusal, of, send, result, onAnswer, onClose, children } = props;
  const { waiting = 'Asking risk…', hint = 'It is recorded with the change.' } = props;
  const environment = useEnvironmentName();
  const { data: status } = useEnvironment();
  const age = useAge(of.map(({ hash }) => hash));
  const draft = useDraft(`reason ${deed}`, '');
  const [name, setName] = useState('');
  const command = useCommand((reason: string, key, signal) => send(reason, key, signal));
  const { state } = command;
  const named = props.typed === true || (loosens && status?.mode !== 'PAPER');
  const missing = props.mistake ?? missingOf(draft.value, named && name !== environment ? environment : undefined);
  const blocked = refusal ?? (age.state === 'fresh' ? missing : 'Wait for a fresh answer of control.');
  const answered = state.phase === 'answered';
  useEffect(() => {
    if (state.phase === 'answered' || state.phase === 'failed') {
      onAnswer(state);
    }
    // Once for each answer, not for each new function.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [state]);
  const act = async (): Promise<void> => {
    if ((await command.press(draft.value.trim())) !== undefined) {
      draft.clear();
    }
  };
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      close={answered ? 'Close' : 'Back'}
      deed={
        !answered && (
          <Button
            kind={loosens ? 'danger' : 'primary'}
            busy={state.phase === 'waiting'}
            refusal={state.phase === 'waiting' ? undefined : blocked}
            onPress={() => void act()}
          >
            {deed}
          </Button>
        )
      }
    >
      {!answered && (
        <>
          {children}
          <TextArea label="Reason" name="reason" value={draft.value} maxLength={500} hint={hint} onChange={draft.change} />
          <DraftNote of={draft} />
          {named && <TextField label={`Type ${environment} to ${props.typed === true ? 'confirm' : 'allow more with real money'}`} value={name} onChange={setName} />}
        </>
      )}
      <CommandNote state={state} waiting={waiting}>
        {result}
      </CommandNote>
    </Dialog>
  );
}

function missingOf(reason: string, name: string | undefined): string | undefined {
  if (reason.trim() === '') {
    return 'Say why: it is recorded.';
  }
  return name === undefined ? undefined : `Type ${name} to confirm.`;
}
