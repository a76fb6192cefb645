import { useMemo } from 'react';
import { Link, useLocation, useParams, useSearchParams } from 'wouter';
import { useEnvironment, useEnvironmentPath } from '@/api/environment';
import type { ConfigurationVersion, SavedConfiguration } from '@/api/generated/control';
import { withTypedDurations } from '@/format/duration';
import { labelOf } from '@/format/configuration';
import { useRefusal } from '@/session/useSession';
import { openStart } from '@/shell/dialogs';
import { Allows, Fields } from '@/ui/Allows';
import { Badge } from '@/ui/Badge';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { LinkButton } from '@/ui/LinkButton';
import { Page } from '@/ui/Page';
import { Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import { useNotHere } from '@/ui/useNotHere';
import { ApplyButton } from './ApplyButton';
import { ArchiveButton } from './ArchiveButton';
import styles from './Configurations.module.css';
import { numberOf } from './numberOf';
import { useConfiguration, useVersion, useVersions } from './queries';

/** One configuration: the latest version, or the one that the address names, and all its versions. */
export default function ConfigurationPage() {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const latest = useConfiguration(id);
  const asked = numberOf(search.get('version'));
  const earlier = useVersion(id, asked);
  const shown = asked === undefined ? latest : earlier;
  const versions = useVersions(id);
  const instead = useNotHere({ what: 'configuration', of: latest, all: 'configurations' });
  if (instead !== undefined) {
    return instead;
  }
  return (
    <Page
      title={latest.data === undefined ? 'Configuration' : `«${latest.data.content.name}»`}
      actions={latest.data !== undefined && <Actions latest={latest.data} shown={asked ?? latest.data.version} refresh={latest.refresh} />}
    >
      <div className={styles['stack']}>
        <Card title="What this allows" of={[latest, shown]} who="control" lines={5}>
          {shown.data !== undefined && latest.data !== undefined && (
            <>
              <Standing shown={shown.data} latest={latest.data} />
              <Allows content={shown.data.content} />
            </>
          )}
        </Card>
        <Card title="Every field" of={[shown]} who="control" lines={8}>
          {shown.data !== undefined && <Fields content={shown.data.content} />}
        </Card>
        <Card title="Versions" count={versions.data?.length} of={[versions]} who="control" lines={3} flush>
          <Versions id={id} versions={versions.data ?? []} />
        </Card>
      </div>
    </Page>
  );
}

/** Which version is shown, who saved it, and whether it is archived. */
function Standing({ shown, latest }: { shown: SavedConfiguration; latest: SavedConfiguration }) {
  const to = useEnvironmentPath();
  const { archival } = latest;
  return (
    <>
      <p className={styles['standing']}>
        <strong>v{shown.version}</strong>
        <span className="muted">
          saved by {shown.savedBy} <Time at={shown.savedAt} />
        </span>
        {shown.version !== latest.version && (
          <Link href={to(`configurations/${latest.configurationId}`)}>v{latest.version} is the latest</Link>
        )}
      </p>
      {latest.archived && (
        <p className={styles['standing']}>
          <Badge tone="muted" shape="neutral">
            archived
          </Badge>
          {archival !== undefined && (
            <span>
              by {archival.by} <Time at={archival.at} />: {archival.reason}
            </span>
          )}
        </p>
      )}
      {shown.warnings?.map(({ field, message }) => (
        <p key={field + message} className={styles['warning']}>
          {labelOf(field)} {withTypedDurations(message)}
        </p>
      ))}
    </>
  );
}

function Actions({ latest, shown, refresh }: { latest: SavedConfiguration; shown: number; refresh: () => void }) {
  const to = useEnvironmentPath();
  const [, navigate] = useLocation();
  const operator = useRefusal('Starting a run', ['operator']);
  const editing = useRefusal('Saving a version', ['operator']);
  const { configurationId: id, version, archived } = latest;
  const gone = archived ? 'It is archived: bring it back first.' : undefined;
  return (
    <>
      <Button kind="primary" refusal={operator ?? gone} onPress={() => openStart(id)}>
        {shown === version ? 'Start…' : `Start v${version}…`}
      </Button>
      <Button refusal={editing ?? gone} onPress={() => navigate(to(`configurations/${id}/edit`))}>
        {shown === version ? 'Edit' : `Edit v${version}`}
      </Button>
      {version > 1 && <LinkButton to={to(`configurations/${id}/compare?from=${version - 1}&to=${version}`)}>Compare</LinkButton>}
      <ApplyButton id={id} version={shown} />
      <ArchiveButton configuration={latest} refresh={refresh} />
    </>
  );
}

function Versions({ id, versions }: { id: string; versions: readonly ConfigurationVersion[] }) {
  const to = useEnvironmentPath();
  const { data: status } = useEnvironment();
  const run = status?.activeRun;
  const used = run?.configuration.id === id ? run.configuration.version : undefined;
  const base = to(`configurations/${id}`);
  const newest = versions[0]?.version;
  const columns = useMemo<Column<ConfigurationVersion>[]>(
    () => [
      { head: 'Version', cell: ({ version }) => <Link href={`${base}?version=${version}`}>v{version}</Link> },
      { head: 'Name', wrapping: true, cell: ({ name }) => name },
      {
        head: 'Saved',
        cell: ({ savedBy, savedAt }) => (
          <>
            {savedBy} <Time at={savedAt} />
          </>
        ),
      },
      {
        head: 'Use',
        cell: ({ version }) =>
          version === used ? (
            <Badge tone="accent" shape="running">
              runs
            </Badge>
          ) : (
            ''
          ),
      },
      {
        head: 'Compare',
        cell: ({ version }) =>
          newest !== undefined && version !== newest ? (
            <Link href={`${base}/compare?from=${version}&to=${newest}`}>with v{newest}</Link>
          ) : (
            <span className="muted">the latest</span>
          ),
      },
    ],
    [base, used, newest],
  );
  return <Table caption="Versions, newest first" columns={columns} rows={versions} keyOf={({ version }) => String(version)} />;
}
