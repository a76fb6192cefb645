import { useId } from 'react';
import { useEnvironmentName } from '@/api/environment';
import type { Verification } from '@/api/generated/ledger';
import { ApiProblem } from '@/api/problem';
import { decimalText } from '@/format/decimal';
import { AUDIT_FINDINGS, wordsOf } from '@/format/words';
import { useRefusal } from '@/session/useSession';
import { Stopwatch } from '@/ui/Age';
import { Button } from '@/ui/Button';
import { CopyButton } from '@/ui/CopyButton';
import { Mark } from '@/ui/Mark';
import { Time } from '@/ui/Time';
import styles from './AuditPage.module.css';
import { useVerification, type VerificationState } from './useVerification';

/** Checks on demand that no record was changed, taken out or put in. */
export function VerificationCard() {
  const heading = useId();
  const environment = useEnvironmentName();
  const { state, begin, cancel } = useVerification(environment);
  const reading = useRefusal('Verifying', ['viewer', 'operator', 'risk']);
  const anew = useRefusal('Verifying from the first record', ['operator', 'risk'], 'You can verify what came since the last verification.');
  const running = state.phase === 'running';
  return (
    <section className={styles['card']} aria-labelledby={heading}>
      <h2 id={heading}>Verification</h2>
      <p className="muted">
        Every record carries the hash of the one before. A verification goes on where the last one ended; from the first record it also finds what was
        changed behind it, and takes longer.
      </p>
      <div className={styles['actions']}>
        <Button kind="primary" busy={running} refusal={running ? undefined : reading} onPress={() => void begin(false)}>
          Verify {environment}
        </Button>
        <Button busy={running} refusal={running ? undefined : (reading ?? anew)} onPress={() => void begin(true)}>
          Verify from the first record
        </Button>
        {running && <Button onPress={cancel}>Cancel</Button>}
      </div>
      <div role="status" className={styles['result']}>
        <Outcome state={state} />
      </div>
    </section>
  );
}

function Outcome({ state }: { state: VerificationState }) {
  switch (state.phase) {
    case 'idle':
      return <p className="muted">Not verified in this view yet.</p>;
    case 'running':
      return (
        <p>
          Verifying… <Stopwatch since={state.since} />
          {state.soFar !== undefined && <>, {count(state.soFar.records)} records intact so far</>}
        </p>
      );
    case 'failed':
      return (
        <p className={styles['bad']}>
          <Mark shape="bad" />{' '}
          <span>
            Not verified to the end: {state.failure?.message ?? 'the connection broke'}.
            {state.soFar !== undefined && ` ${count(state.soFar.records)} records were intact so far.`}
            {state.failure instanceof ApiProblem && state.failure.correlationId !== undefined && ` Reference ${state.failure.correlationId}.`}
          </span>
        </p>
      );
    case 'done':
      return state.result.intact ? <Intact result={state.result} anew={state.anew} /> : <Broken result={state.result} />;
  }
}

function count(records: number): string {
  return decimalText(String(records));
}

function Intact({ result, anew }: { result: Verification; anew: boolean }) {
  return (
    <>
      <p className={styles['ok']}>
        <Mark shape="ok" />{' '}
        <span>
          Intact: {count(result.records)} records, head{' '}
          <span className="mono" title={result.head}>
            {result.head.slice(0, 12)}…
          </span>
          , checked <Time at={result.verifiedAt} />.
        </span>
      </p>
      {!anew && result.continuedAfter > 0 && (
        <p className="label">Records up to {count(result.continuedAfter)} were verified earlier and not read again.</p>
      )}
      <p className="label">
        Head <span className="mono">{result.head}</span>
      </p>
      <CopyButton text={result.head} label="Copy the head" />
      <Branches result={result} />
    </>
  );
}

function Broken({ result }: { result: Verification }) {
  const { brokenAt, finding, records, verifiedAt } = result;
  return (
    <>
      <p className={styles['bad']} role="alert">
        <Mark shape="bad" />{' '}
        <span>
          Broken at record {brokenAt === undefined ? 'unknown' : count(brokenAt)}: {finding ?? 'UNKNOWN'}
          {finding !== undefined && <>, {wordsOf(AUDIT_FINDINGS, finding)}</>}. Keep this database as it is and follow the runbook.
        </span>
      </p>
      <p className="label">
        {count(records)} records before it are intact, checked <Time at={verifiedAt} />.
      </p>
      <Branches result={result} />
    </>
  );
}

/** Where a restored database began anew: receipts from before name records that are not there. */
function Branches({ result: { branches } }: { result: Verification }) {
  return branches.map(({ position, exportedPosition }) => (
    <p key={position} className={styles['branch']}>
      <Mark shape="warn" />{' '}
      <span>
        The database was restored at record {count(position)}
        {exportedPosition !== undefined && <>; before, it went up to record {count(exportedPosition)}</>}. Exports from before name records that this one
        does not have.
      </span>
    </p>
  ));
}
