import { useState } from 'react';
import type { GuardrailsStatus } from '@/api/generated/control';
import { trimmed } from '@/format/decimal';
import { useRefusal } from '@/session/useSession';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Decimal } from '@/ui/Decimal';
import { Mark } from '@/ui/Mark';
import { Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import { LIMITS, type LimitField } from './guardrails';
import styles from './GuardrailsCard.module.css';
import { GuardrailsDialog } from './GuardrailsDialog';
import { useGuardrails } from './queries';

/** The limits that the risk role sets over all runs of the environment, below the ceilings of the deployment. */
export function GuardrailsCard() {
  const guardrails = useGuardrails();
  const [open, setOpen] = useState(false);
  const role = useRefusal('Editing guardrails', ['risk']);
  const { data } = guardrails;
  return (
    <Card
      title="Guardrails"
      of={[guardrails]}
      who="control"
      lines={6}
      flush
      aside={
        <Button small refusal={role ?? (data === undefined ? 'Wait for an answer of control.' : undefined)} onPress={() => setOpen(true)}>
          Edit guardrails…
        </Button>
      }
    >
      {data !== undefined && (
        <>
          <Provenance status={data} />
          <Table caption="Guardrails and the ceilings above them" columns={columnsOf(data)} rows={LIMITS} keyOf={({ name }) => name} compared />
        </>
      )}
      {open && data !== undefined && <GuardrailsDialog status={data} of={guardrails} onClose={() => setOpen(false)} />}
    </Card>
  );
}

function Provenance({ status: { version, changedBy, changedAt, reason, warnings } }: { status: GuardrailsStatus }) {
  return (
    <div className={styles['about']}>
      {version === 0 ? (
        <p className="muted">No guardrail was ever set: the ceilings of the deployment and the caps of a run hold alone.</p>
      ) : (
        <p>
          Version {version} by {changedBy ?? 'an unknown person'} {changedAt !== undefined && <Time at={changedAt} />}
          {reason !== undefined && reason !== '' && <>: {reason}</>}
        </p>
      )}
      {warnings.map(({ field, message }) => (
        <p key={`${field} ${message}`} className={styles['warning']}>
          <Mark shape="warn" /> <span>{message}</span>
        </p>
      ))}
    </div>
  );
}

function columnsOf({ guardrails, ceilings }: GuardrailsStatus): Column<LimitField>[] {
  const value = (limit: string | number | undefined) =>
    limit === undefined ? <span className="muted">no limit</span> : <Decimal value={trimmed(String(limit))} />;
  return [
    { head: 'Limit', cell: ({ label }) => label },
    { head: 'Guardrail', numeric: true, labelled: true, cell: ({ name }) => value(guardrails[name]) },
    { head: 'Ceiling', numeric: true, labelled: true, cell: ({ name }) => value(ceilings[name]) },
  ];
}
