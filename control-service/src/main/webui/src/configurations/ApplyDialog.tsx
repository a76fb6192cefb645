import { useState } from 'react';
import { control } from '@/api';
import { useEnvironment, useEnvironmentName } from '@/api/environment';
import type { AppliedVersion, Run } from '@/api/generated/control';
import { ApiProblem } from '@/api/problem';
import { useLookedUp, type LookedUp } from '@/api/useLookedUp';
import { useAge } from '@/api/usePolled';
import { assetOf, differencesOf, FIXED_IN_RUN, labelOf, riskOf, type Difference } from '@/format/configuration';
import { withTypedDurations } from '@/format/duration';
import { useDraft } from '@/session/useDraft';
import { Stopwatch } from '@/ui/Age';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Differences } from '@/ui/Differences';
import { TextArea, TextField } from '@/ui/Field';
import { Mark } from '@/ui/Mark';
import { Time } from '@/ui/Time';
import styles from './Configurations.module.css';
import { useArmed, useVersion } from './queries';

const REASON = 500;

/** Applies a version to a run; what it changes, and which armed buys it touches, stands before the deed. */
export function ApplyDialog({ run, version, onClose }: { run: Run; version: number; onClose: () => void }) {
  const { runId, configuration, snapshot } = run;
  const environment = useEnvironmentName();
  const { data: status, hash, refresh } = useEnvironment();
  const wanted = useVersion(configuration.id, version);
  const draft = useDraft(`apply v${version} to run ${runId}`, '');
  const [typed, setTyped] = useState('');
  const { state, press } = useApply(run, version);
  const differences = wanted.data === undefined ? [] : differencesOf(snapshot, wanted.data.content);
  const looser = differences.some((difference) => riskOf(difference) === 'more');
  // A mode that is not known is taken for real money.
  const named = looser && status !== undefined && status.mode !== 'PAPER';
  const current = useAge([hash]).state === 'fresh' && wanted.data !== undefined;
  const busy = state.phase === 'waiting' || state.phase === 'looking';
  const done = state.phase === 'done';
  const refusal =
    (current ? undefined : 'Wait for a fresh answer of control.') ??
    (draft.value.trim() === '' ? 'Say why: it is recorded.' : undefined) ??
    (named && typed !== environment ? `Type ${environment}: this allows more risk with real money.` : undefined);
  return (
    <Dialog
      open
      title={`Apply v${version} to run ${runId.slice(0, 4)}`}
      onClose={onClose}
      close={done ? 'Close' : 'Back'}
      deed={
        done ? undefined : (
          <Button
            kind={named ? 'danger' : 'primary'}
            busy={busy}
            refusal={busy ? undefined : refusal}
            onPress={() =>
              void press(draft.value.trim()).then((answer) => {
                if (answer !== undefined) {
                  draft.clear();
                  refresh();
                }
              })
            }
          >
            Apply v{version} in {environment}
          </Button>
        )
      }
    >
      {!done && (
        <>
          <Effect run={run} version={version} differences={differences} known={wanted.data !== undefined} />
          <TextArea label="Reason" value={draft.value} onChange={draft.change} maxLength={REASON} />
          {named && <TextField label={`Type ${environment} to allow more risk with real money`} value={typed} onChange={setTyped} />}
        </>
      )}
      <div role="status">
        <Outcome state={state} version={version} />
      </div>
    </Dialog>
  );
}

function Effect({ run, version, differences, known }: {
  run: Run;
  version: number;
  differences: readonly Difference[];
  known: boolean;
}) {
  const armed = useArmed(run.runId);
  const fixed = differences.filter(({ path }) => FIXED_IN_RUN.includes(path));
  if (!known) {
    return <p className="muted">Reading v{version}.</p>;
  }
  return (
    <>
      <p>
        From then on v{version} holds instead of v{run.configuration.version}, also for what is signalled or armed
        already. {armedText(armed.data?.map(({ pair }) => pair))}
      </p>
      {fixed.length > 0 && (
        <p className={styles['bad']}>
          <Mark shape="bad" />
          {fixed.map(({ path }) => labelOf(path)).join(' and ')} cannot change in a run: stop it and start v{version}.
        </p>
      )}
      {differences.length === 0 ? (
        <p>Nothing differs between the two.</p>
      ) : (
        <div className={styles['frame']} tabIndex={0} role="region" aria-label={`What changes by v${version}`}>
          <Differences
            caption={`What changes by v${version}`}
            from={`v${run.configuration.version}, runs`}
            to={`v${version}`}
            rows={differences}
            asset={assetOf(run.snapshot)}
          />
        </div>
      )}
    </>
  );
}

function armedText(pairs: readonly string[] | undefined): string {
  if (pairs === undefined) {
    return 'Which buys are armed is not known yet.';
  }
  return pairs.length === 0 ? 'No buy is armed.' : `${pairs.length} armed: ${pairs.join(', ')}.`;
}

function useApply(run: Run, version: number) {
  const { runId: id, configuration } = run;
  return useLookedUp<string, Pick<AppliedVersion, 'appliedAt'> | 'looked up'>(
    (reason, key, signal) => {
      const headers = { 'If-Match': `"${configuration.version}"`, 'Idempotency-Key': key };
      return control.applyRun({ path: { id }, headers, body: { version, reason }, signal });
    },
    async (_, signal) => {
      const now = await control.getRun({ path: { id }, signal });
      return now.configuration.version === version ? 'looked up' : undefined;
    },
  );
}

function Outcome({ state, version }: { state: LookedUp<Pick<AppliedVersion, 'appliedAt'> | 'looked up'>; version: number }) {
  switch (state.phase) {
    case 'idle':
      return null;
    case 'waiting':
      return (
        <p>
          Applying… <Stopwatch since={state.since} />
        </p>
      );
    case 'looking':
      return (
        <p>
          There was no answer; looking which version the run uses… <Stopwatch since={state.since} />
        </p>
      );
    case 'done':
      return state.result === 'looked up' ? (
        <p>v{version} holds.</p>
      ) : (
        <p>
          v{version} holds since <Time at={state.result.appliedAt} />.
        </p>
      );
    case 'absent':
      return <p className={styles['bad']}>The run does not use v{version}. Look again before you apply it again.</p>;
    case 'failed':
      return (
        <div className={styles['bad']}>
          <Mark shape="bad" />
          <div>
            <p>{state.failure instanceof ApiProblem && state.failure.status === 412 ? 'Not applied: the run uses another version by now. Close this and look at the difference again.' : `Not applied: ${state.failure.message}`}</p>
            {state.failure instanceof ApiProblem &&
              state.failure.violations.map(({ field, message }) => (
                <p key={field}>
                  {labelOf(field)} {withTypedDurations(message)}
                </p>
              ))}
          </div>
        </div>
      );
  }
}
