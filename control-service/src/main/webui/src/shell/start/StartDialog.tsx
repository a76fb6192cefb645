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
import { Time } from '@/ui/Time';
import { closeDialog, useShellDialog } from '../dialogs';
import { Gate } from './parts';
import { SinceLastRun, Spending, useLastRun } from './Spending';
import { StartResult } from './StartResult';
import styles from './StartDialog.module.css';
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
  const { newer, take } = useRead(wanted);
  const refusal = useBlocker({ age: useAge([hash]).state, wanted, live, typed, newer });
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
          {newer !== undefined && <Newer {...newer} take={take} />}
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

interface NewerVersion {
  read: number;
  saved: SavedConfiguration;
}

/**
 * The version that the person has read, which is what they start: one that is saved while the dialog is open is not
 * started before they have looked at it.
 */
function useRead(wanted: SavedConfiguration | undefined): { newer: NewerVersion | undefined; take: () => void } {
  const [read, setRead] = useState<{ id: string; version: number }>();
  const take = (): void => setRead(wanted === undefined ? undefined : { id: wanted.configurationId, version: wanted.version });
  if (wanted !== undefined && read?.id !== wanted.configurationId) {
    take();
  }
  const isNewer = wanted !== undefined && read?.id === wanted.configurationId && read.version !== wanted.version;
  return { newer: isNewer ? { read: read.version, saved: wanted } : undefined, take };
}

function Newer({ read, saved: { version, savedBy, savedAt }, take }: NewerVersion & { take: () => void }) {
  return (
    <div role="alert" className={styles['newer']}>
      <p>
        {savedBy} saved v{version} <Time at={savedAt} /> while you read v{read}. What stands above is v{version}.
      </p>
      <Button small onPress={take}>
        Take v{version}
      </Button>
    </div>
  );
}

/** Why a start is refused here already; the service has the last word. */
function useBlocker({ age, wanted, live, typed, newer }: {
  age: string;
  wanted: SavedConfiguration | undefined;
  live: boolean;
  typed: string;
  newer: NewerVersion | undefined;
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
  if (newer !== undefined) {
    return `v${newer.saved.version} was saved while you read v${newer.read}: take it, if it is what you want.`;
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
      <p className="muted">
        v{wanted.version}, saved by {wanted.savedBy} <Time at={wanted.savedAt} />
      </p>
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
