import { useState } from 'react';
import { control } from '@/api';
import type { CommandRecorded, GuardrailsStatus } from '@/api/generated/control';
import { ApiProblem, type Violation } from '@/api/problem';
import type { CommandState } from '@/api/useCommand';
import type { Polled } from '@/api/usePolled';
import { decimalText, trimmed } from '@/format/decimal';
import { useDraft } from '@/session/useDraft';
import { Button } from '@/ui/Button';
import { DraftNote } from '@/ui/DraftNote';
import { TextField } from '@/ui/Field';
import { Mark } from '@/ui/Mark';
import { Time } from '@/ui/Time';
import { Changes } from './Changes';
import { DeedDialog } from '@/ui/DeedDialog';
import { changesOf, draftOf, LIMITS, typedOf, unreadable, type Typed } from './guardrails';
import styles from './GuardrailsDialog.module.css';

interface Draft {
  /** The version that the person has read. */
  version: number;
  typed: Typed;
}

type Answer = GuardrailsStatus | CommandRecorded;

/** Edits the guardrails: what changes is shown as old → new against what is in force now. */
export function GuardrailsDialog({ status, of, onClose }: {
  status: GuardrailsStatus;
  of: Polled<GuardrailsStatus>;
  onClose: () => void;
}) {
  const { environment, version, guardrails, ceilings } = status;
  const draft = useDraft<Draft>(`guardrails ${environment}`, { version, typed: typedOf(guardrails) });
  const [violations, setViolations] = useState<readonly Violation[]>([]);
  const { typed } = draft.value;
  const changes = changesOf(guardrails, typed);
  const errorOf = (name: string): string | undefined => violations.find(({ field }) => field === name)?.message;
  const wrong = LIMITS.find((field) => unreadable(field, typed[field.name]) !== undefined);
  const behind = draft.value.version !== version;
  const answered = (state: CommandState<Answer>): void => {
    of.refresh();
    if (state.phase === 'answered') {
      draft.clear();
    }
    const failure = state.phase === 'failed' ? state.failure : undefined;
    const found = failure instanceof ApiProblem ? failure.violations : [];
    setViolations(found);
    focusFirst(found);
  };
  return (
    <DeedDialog<Answer>
      title={`Guardrails of ${environment}`}
      deed={`Set guardrails of ${environment}`}
      loosens={changes.some(({ loosens }) => loosens)}
      refusal={refusalOf({ behind, wrong: wrong?.label, none: changes.length === 0, version })}
      of={[of]}
      send={(reason, key, signal) =>
        control.setGuardrails({
          path: { environment },
          headers: { 'If-Match': `"${version}"`, 'Idempotency-Key': key },
          body: draftOf(typed, reason),
          signal,
        })
      }
      onAnswer={answered}
      result={(answer) => <Outcome answer={answer} before={draft.value.version} now={status} />}
      onClose={onClose}
    >
      <div className={styles['fields']}>
        {LIMITS.map((field) => (
          <TextField
            key={field.name}
            name={field.name}
            label={field.label}
            numeric
            maxLength={41}
            value={typed[field.name]}
            hint={ceilings[field.name] === undefined ? 'no ceiling' : `ceiling ${decimalText(trimmed(String(ceilings[field.name])))}`}
            error={unreadable(field, typed[field.name]) ?? errorOf(field.name)}
            onChange={(text) => draft.change({ version: draft.value.version, typed: { ...typed, [field.name]: text } })}
          />
        ))}
      </div>
      <p className="label">An empty field is no limit. What is set holds at once, over all runs; permits that no longer fit are revoked.</p>
      <Changes changes={changes} />
      {behind && (
        <div className={styles['behind']} role="alert">
          <p>
            <Mark shape="warn" /> {status.changedBy ?? 'An unknown person'} set version {version}{' '}
            {status.changedAt !== undefined && <Time at={status.changedAt} />} while you edited version {draft.value.version}. The changes
            above are against version {version}.
          </p>
          <Button small onPress={() => draft.change({ version, typed })}>
            Put mine on top of version {version}
          </Button>
        </div>
      )}
      <DraftNote of={draft} />
    </DeedDialog>
  );
}

function refusalOf({ behind, wrong, none, version }: { behind: boolean; wrong: string | undefined; none: boolean; version: number }): string | undefined {
  if (behind) {
    return `Version ${version} is in force now, which you have not edited.`;
  }
  if (wrong !== undefined) {
    return `${wrong} cannot be read.`;
  }
  return none ? 'Nothing is changed.' : undefined;
}

/** The old values stay in force until risk confirms the new ones. */
function Outcome({ answer, before, now }: { answer: Answer; before: number; now: GuardrailsStatus }) {
  const holding = 'version' in answer ? answer : now.version > before ? now : undefined;
  return holding === undefined ? (
    <>Recorded; risk has not confirmed. Until then version {before} holds.</>
  ) : (
    <>
      Version {holding.version} holds{' '}
      {holding.changedAt !== undefined && (
        <>
          since <Time at={holding.changedAt} />
        </>
      )}
      .
    </>
  );
}

function focusFirst(violations: readonly Violation[]): void {
  const names = violations.map(({ field }) => field);
  const fields = document.querySelectorAll<HTMLElement>('input[name], textarea[name]');
  [...fields].find((field) => names.includes(field.getAttribute('name') ?? ''))?.focus();
}
