import { useState } from 'react';
import { control } from '@/api';
import type { SavedConfiguration } from '@/api/generated/control';
import { useCommand } from '@/api/useCommand';
import { useDraft } from '@/session/useDraft';
import { useRefusal } from '@/session/useSession';
import { Button } from '@/ui/Button';
import { CommandNote } from '@/ui/CommandNote';
import { Dialog } from '@/ui/Dialog';
import { DraftNote } from '@/ui/DraftNote';
import { TextArea } from '@/ui/Field';

const REASON = 500;

/** Archives a configuration, or brings it back: both keep every version. */
export function ArchiveButton({ configuration, refresh }: { configuration: SavedConfiguration; refresh: () => void }) {
  const [open, setOpen] = useState<'archive' | 'bring back'>();
  const role = useRefusal('Archiving a configuration', ['operator']);
  return (
    <>
      <Button refusal={role} onPress={() => setOpen(configuration.archived ? 'bring back' : 'archive')}>
        {configuration.archived ? 'Bring back…' : 'Archive…'}
      </Button>
      {open !== undefined && (
        <ArchiveDialog
          configuration={configuration}
          deed={open}
          onClose={() => {
            setOpen(undefined);
            refresh();
          }}
        />
      )}
    </>
  );
}

function ArchiveDialog({ configuration, deed, onClose }: {
  configuration: SavedConfiguration;
  deed: 'archive' | 'bring back';
  onClose: () => void;
}) {
  const { configurationId: id, content } = configuration;
  const draft = useDraft(`${deed} configuration ${id}`, '');
  const send = deed === 'archive' ? control.archiveConfiguration : control.unarchiveConfiguration;
  const { state, press } = useCommand((reason: string, key, signal) =>
    send({ path: { id }, headers: { 'Idempotency-Key': key }, body: { reason }, signal }),
  );
  const name = `«${content.name}»`;
  const done = state.phase === 'answered';
  return (
    <Dialog
      open
      title={deed === 'archive' ? `Archive ${name}` : `Bring ${name} back`}
      onClose={onClose}
      close={done ? 'Close' : 'Back'}
      deed={
        done ? undefined : (
          <Button
            kind="primary"
            busy={state.phase === 'waiting'}
            refusal={draft.value.trim() === '' ? 'Say why: it is recorded.' : undefined}
            onPress={() => void press(draft.value.trim()).then((answer) => answer !== undefined && draft.clear())}
          >
            {deed === 'archive' ? `Archive ${name}` : `Bring ${name} back`}
          </Button>
        )
      }
    >
      <p>
        {deed === 'archive'
          ? 'No run starts from it and no version is saved until it is brought back. A run that uses it goes on. Nothing is deleted.'
          : 'Runs can start from it again, and versions can be saved.'}
      </p>
      {!done && <TextArea label="Reason" value={draft.value} onChange={draft.change} maxLength={REASON} />}
      {!done && <DraftNote of={draft} />}
      <CommandNote state={state} waiting="Asking the ledger…">
        {({ archived }) => (archived ? `${name} is archived.` : `${name} is in use again.`)}
      </CommandNote>
    </Dialog>
  );
}
