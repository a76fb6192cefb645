import { useRef } from 'react';
import { ledger } from '@/api';
import { useEnvironmentName } from '@/api/environment';
import { usePolled } from '@/api/usePolled';
import { useDraft } from '@/session/useDraft';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { DraftNote } from '@/ui/DraftNote';
import { Choice, TextArea } from '@/ui/Field';
import { closeDialog, useShellDialog } from '../dialogs';
import { useHalt, type Tightened } from './useHalt';

interface Draft {
  state: Tightened;
  reason: string;
}

export function HaltDialog() {
  const open = useShellDialog()?.kind === 'halt';
  return open ? <OpenHalt /> : null;
}

function OpenHalt() {
  const environment = useEnvironmentName();
  const { refusal, send } = useHalt();
  const draft = useDraft<Draft>(`halt ${environment}`, { state: 'HALTED', reason: '' });
  const reason = useRef<HTMLTextAreaElement>(null);
  const { state, reason: text } = draft.value;
  const missing = text.trim() === '' ? 'Say why: it is recorded with the halt.' : undefined;
  const act = (): void => {
    if (refusal === undefined && missing === undefined) {
      send(state, text.trim());
      draft.clear();
      closeDialog();
    }
  };
  return (
    <Dialog
      open
      title={`Halt ${environment}?`}
      focus={reason}
      onClose={closeDialog}
      deed={
        <Button kind="danger" refusal={refusal ?? missing} keys="Control+Enter" onPress={act}>
          {state === 'HALTED' ? `Halt ${environment}` : `Set ${environment} to REDUCING`}
        </Button>
      }
    >
      <Choice
        label="What may still be sent"
        value={state}
        onChange={(next) => draft.change({ ...draft.value, state: next as Tightened })}
        options={[
          ['HALTED', 'Nothing: HALTED'],
          ['REDUCING', 'Sells only: REDUCING'],
        ]}
      />
      <p>
        {state === 'HALTED'
          ? `Nothing is sent any more in ${environment}, sells included, until a risk owner sets it to ACTIVE.`
          : `Only sells are sent in ${environment}, until a risk owner sets it to ACTIVE.`}{' '}
        <OpenPositions environment={environment} />
      </p>
      <div
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) {
            act();
          }
        }}
      >
        <TextArea
          ref={reason}
          label="Reason"
          value={text}
          maxLength={500}
          hint="Ctrl+Enter halts. Enter does not."
          onChange={(next) => draft.change({ ...draft.value, reason: next })}
        />
      </div>
      <DraftNote of={draft} />
    </Dialog>
  );
}

function OpenPositions({ environment }: { environment: string }) {
  const { data } = usePolled(['ledger', 'positions', environment, 'OPEN'], (signal) =>
    ledger.listPositions({ query: { environment, status: ['OPEN'] }, signal }),
  );
  if (data === undefined) {
    return 'How many positions are open is not known now.';
  }
  const count = data.items.length;
  if (count === 0) {
    return 'No position is open.';
  }
  const more = data.nextCursor === undefined ? '' : 'More than ';
  return `${count === 1 ? '1 position stays' : `${more}${count} positions stay`} open.`;
}
