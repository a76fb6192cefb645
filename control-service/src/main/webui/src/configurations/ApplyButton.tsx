import { useState } from 'react';
import { useEnvironment } from '@/api/environment';
import type { Run } from '@/api/generated/control';
import { useRefusal } from '@/session/useSession';
import { Button } from '@/ui/Button';
import { ApplyDialog } from './ApplyDialog';

/** Applies a version to the run that uses another of the same configuration; nothing where no run uses one. */
export function ApplyButton({ id, version }: { id: string; version: number }) {
  const { data: status } = useEnvironment();
  // The run stays what it was when the dialog opened: its version changes under it by the deed itself.
  const [asked, setAsked] = useState<Run>();
  const role = useRefusal('Applying a version', ['risk']);
  const run = status?.activeRun;
  const same = run?.configuration.version === version ? `The run uses v${version} already.` : undefined;
  return (
    <>
      {run !== undefined && run.configuration.id === id && (
        <Button refusal={same ?? role} onPress={() => setAsked(run)}>
          Apply v{version}…
        </Button>
      )}
      {asked !== undefined && <ApplyDialog run={asked} version={version} onClose={() => setAsked(undefined)} />}
    </>
  );
}
