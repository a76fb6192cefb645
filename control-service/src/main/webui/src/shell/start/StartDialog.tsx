import { useState } from 'react';
import { useLocation } from 'wouter';
import { control } from '@/api';
import { useEnvironment, useEnvironmentName, useEnvironmentPath } from '@/api/environment';
import type { SavedConfiguration } from '@/api/generated/control';
import { useAge, usePolled } from '@/api/usePolled';
import { useRefusal } from '@/session/useSession';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Empty } from '@/ui/Empty';
import { Select, TextField } from '@/ui/Field';
import { LinkButton } from '@/ui/LinkButton';
import { closeDialog, useShellDialog } from '../dialogs';
import { Gate } from './parts';
import { SinceLastRun, Spending, useLastRun } from './Spending';
import { StartResult } from './StartResult';
import { useStart } from './useStart';

export function StartDialog() {
  const dialog = useShellDialog();
  return dialog?.kind === 'start' ? <OpenStart chosen={dialog.configurationId} /> : null;
}

function OpenStart({ chosen }: { chosen: string | undefined }) {
  const environment = useEnvironmentName();
  const { data: status, hash, refresh } = useEnvironment();
  const configurations = usePolled(['control', 'configurations', environment, 'false'], (signal) =>
    control.listConfigurations({ query: { environment, archived: 'false' }, signal }),
  );
  const [id, setId] = useState(chosen);
  const [typed, setTyped] = useState('');
  const { state, start, again } = useStart();
  const all = configurations.data ?? [];
  const last = useLastRun()?.configuration?.id;
  const only = all.length === 1 ? all[0]?.configurationId : undefined;
  // That of the last run until another is chosen; never one that nobody asked for.
  const wanted = all.find(({ configurationId }) => configurationId === (id ?? last ?? only));
  const live = status !== undefined && status.mode !== 'PAPER';
  const refusal = useBlocker({ age: useAge([hash]).state, wanted, live, typed });
  const title = `Start a run in ${environment}`;
  const busy = state.phase === 'asking' || state.phase === 'looking';
  return (
    <Dialog
      open
      title={title}
      onClose={closeDialog}
      close={state.phase === 'started' ? 'Close' : 'Back'}
      deed={
        state.phase === 'choosing' || busy ? (
          <Button
            kind={live ? 'danger' : 'primary'}
            busy={busy}
            refusal={busy ? undefined : refusal}
            onPress={() => {
              if (wanted !== undefined) {
                const { configurationId, version } = wanted;
                void start({ environment, configurationId, version }).then(refresh);
              }
            }}
          >
            Start in {environment}
          </Button>
        ) : undefined
      }
    >
      {state.phase === 'choosing' || busy ? (
        <>
          <Chosen all={configurations.data} wanted={wanted} onChoose={setId} />
          {status !== undefined && <Gate items={status.readiness} />}
          {live && (
            <TextField label={`Type ${environment} to start with real money`} value={typed} onChange={setTyped} />
          )}
        </>
      ) : null}
      <StartResult state={state} again={again} />
    </Dialog>
  );
}

/** Why a start is refused here already; the service has the last word. */
function useBlocker({ age, wanted, live, typed }: {
  age: string;
  wanted: SavedConfiguration | undefined;
  live: boolean;
  typed: string;
}): string | undefined {
  const { data: status } = useEnvironment();
  const environment = useEnvironmentName();
  const role = useRefusal('Starting a run', ['operator']);
  if (role !== undefined) {
    return role;
  }
  if (status === undefined || age !== 'fresh') {
    return 'Wait for a fresh answer of control.';
  }
  if (status.activeRun !== undefined) {
    return `Run ${status.activeRun.runId.slice(0, 4)} is active.`;
  }
  if (!status.ready) {
    return 'The gate is closed: see what fails, and what mends it.';
  }
  if (wanted === undefined) {
    return 'Choose a configuration.';
  }
  return live && typed !== environment ? `Type ${environment} to start with real money.` : undefined;
}

function Chosen({ all, wanted, onChoose }: {
  all: readonly SavedConfiguration[] | undefined;
  wanted: SavedConfiguration | undefined;
  onChoose: (id: string) => void;
}) {
  const to = useEnvironmentPath();
  if (all === undefined) {
    return <p className="muted">Reading the configurations.</p>;
  }
  if (all.length === 0) {
    return (
      <Empty
        action={
          <span onClick={closeDialog}>
            <LinkButton to={to('configurations/new')}>New configuration</LinkButton>
          </span>
        }
      >
        There is no configuration yet. It says what may be bought and for how much.
      </Empty>
    );
  }
  return (
    <>
      <Select
        label="Configuration"
        value={wanted?.configurationId ?? ''}
        onChange={onChoose}
        options={[
          ...(wanted === undefined ? [['', 'Choose one'] as const] : []),
          ...all.map(({ configurationId, version, content }) => [configurationId, `${content.name} v${version}`] as const),
        ]}
      />
      {wanted !== undefined && <About wanted={wanted} />}
    </>
  );
}

/** What a run of it may spend, and what is other than the last time. */
function About({ wanted }: { wanted: SavedConfiguration }) {
  const to = useEnvironmentPath();
  const [, navigate] = useLocation();
  return (
    <>
      <Spending configuration={wanted.content} />
      <SinceLastRun configuration={wanted.content} />
      <Button
        small
        kind="plain"
        onPress={() => {
          closeDialog();
          navigate(to(`configurations/${wanted.configurationId}`));
        }}
      >
        Read the whole configuration
      </Button>
    </>
  );
}
