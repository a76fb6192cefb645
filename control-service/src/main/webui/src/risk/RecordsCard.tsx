import { useState } from 'react';
import { control } from '@/api';
import { useEnvironment, useEnvironmentName } from '@/api/environment';
import type { EnvironmentStatus } from '@/api/generated/control';
import type { Polled } from '@/api/usePolled';
import { useRefusal } from '@/session/useSession';
import { Badge } from '@/ui/Badge';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { DeedDialog } from '@/ui/DeedDialog';
import { acknowledgedText, placeOf, waitingRecords, type WaitingRecord } from './records';
import styles from './RecordsCard.module.css';

/** Records that a service could not process and that a person is asked about; nothing while there are none. */
export function RecordsCard() {
  const environment = useEnvironment();
  const [asked, setAsked] = useState<WaitingRecord>();
  const role = useRefusal('Acknowledging a record', ['operator', 'risk']);
  const records = environment.data === undefined ? [] : waitingRecords(environment.data);
  if (records.length === 0 && asked === undefined) {
    return null;
  }
  return (
    <Card title="Records that could not be processed" count={records.length} of={[environment]} who="control" lines={2}>
      <ul className={styles['list']}>
        {records.map((record) => (
          <li key={record.place} className={styles['record']}>
            <Description record={record} />
            <Button
              small
              refusal={role ?? (placeOf(record.place) === undefined ? 'Its place is not known: see the runbook.' : undefined)}
              onPress={() => setAsked(record)}
            >
              Acknowledge…<span className="spoken"> {record.place}</span>
            </Button>
          </li>
        ))}
      </ul>
      {asked !== undefined && (
        <AcknowledgeDialog
          record={asked}
          waits={records.some(({ place }) => place === asked.place)}
          of={environment}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Card>
  );
}

function Description({ record: { place, services, holds, summary } }: { record: WaitingRecord }) {
  return (
    <div className={styles['text']}>
      <p className={styles['head']}>
        <span className="mono">{place}</span>
        <Badge tone={holds ? 'bad' : 'muted'} shape={holds ? 'bad' : 'neutral'}>
          {holds ? 'holds every buy' : 'holds nothing'}
        </Badge>
      </p>
      <p className="muted">{summary ?? `Not processed by ${services.join(', ')}.`}</p>
    </div>
  );
}

function AcknowledgeDialog({ record, waits, of, onClose }: {
  record: WaitingRecord;
  /** Whether the environment still names it. */
  waits: boolean;
  of: Polled<EnvironmentStatus>;
  onClose: () => void;
}) {
  const environment = useEnvironmentName();
  const { place, holds } = record;
  const parts = placeOf(place);
  return (
    <DeedDialog
      title={`Go on past the record ${place}?`}
      deed={`Acknowledge ${place}`}
      loosens={holds}
      refusal={parts === undefined || !waits ? 'It does not wait for anybody any more.' : undefined}
      of={[of]}
      waiting="Waiting for the ledger…"
      hint="What you found out about it: it is recorded with your name."
      send={(reason, key, signal) =>
        control.acknowledgeRecord({
          path: { environment },
          headers: { 'Idempotency-Key': key },
          body: { place: parts ?? { topic: '', partition: 0, offset: 0 }, reason },
          signal,
        })
      }
      onAnswer={of.refresh}
      result={(answer) => acknowledgedText(answer, record, waits)}
      onClose={onClose}
    >
      <Description record={record} />
      <p>
        What it said stays lost to the services that could not process it. Look it up in their logs first: it may be a stop, a
        halt or a fill.
      </p>
      <p>
        {holds
          ? `After it ${environment} buys again, if nothing else holds it. The trading state stays as it is.`
          : 'It holds nothing: only its alert ends.'}
      </p>
    </DeedDialog>
  );
}
