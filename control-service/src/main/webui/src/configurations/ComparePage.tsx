import { useParams, useSearchParams } from 'wouter';
import { useEnvironmentPath } from '@/api/environment';
import { assetOf, differencesOf, FIELDS, riskOf, valueAt, type Difference } from '@/format/configuration';
import type { SavedConfiguration } from '@/api/generated/control';
import { Card } from '@/ui/Card';
import { Differences } from '@/ui/Differences';
import { Empty } from '@/ui/Empty';
import { Select } from '@/ui/Field';
import { LinkButton } from '@/ui/LinkButton';
import { Page } from '@/ui/Page';
import { useNotHere } from '@/ui/useNotHere';
import { ApplyButton } from './ApplyButton';
import styles from './Configurations.module.css';
import { numberOf } from './numberOf';
import { useConfiguration, useVersion, useVersions } from './queries';

/** Two versions side by side. The address names them; left out, the latest and the one before it. */
export default function ComparePage() {
  const { id = '' } = useParams();
  const to = useEnvironmentPath();
  const [search, setSearch] = useSearchParams();
  const latest = useConfiguration(id);
  const newest = latest.data?.version;
  const after = numberOf(search.get('to')) ?? newest;
  const before = numberOf(search.get('from')) ?? (after === undefined ? undefined : Math.max(1, after - 1));
  const all = search.get('fields') === 'all';
  const [from, until] = [useVersion(id, before), useVersion(id, after)];
  const versions = useVersions(id);
  const options = (versions.data ?? []).map(({ version }) => [String(version), `v${version}`] as const);
  function choose(changed: Record<string, string | undefined>): void {
    const next = { from: String(before), to: String(after), fields: all ? 'all' : undefined, ...changed };
    setSearch(Object.fromEntries(Object.entries(next).filter((entry): entry is [string, string] => entry[1] !== undefined)), { replace: true });
  }
  const instead = useNotHere({ what: 'configuration', of: latest, all: 'configurations' });
  if (instead !== undefined) {
    return instead;
  }
  return (
    <Page
      title={latest.data === undefined ? 'Compare versions' : `Compare versions of «${latest.data.content.name}»`}
      actions={
        <>
          {after !== undefined && <ApplyButton id={id} version={after} />}
          <LinkButton to={to(`configurations/${id}`)}>Configuration</LinkButton>
        </>
      }
    >
      <div className={styles['stack']}>
        <div className={styles['versions']}>
          <Select label="Was" value={String(before ?? '')} onChange={(value) => choose({ from: value })} options={options} />
          <Select label="Is" value={String(after ?? '')} onChange={(value) => choose({ to: value })} options={options} />
          <label className={styles['all']}>
            <input type="checkbox" checked={all} onChange={() => choose({ fields: all ? undefined : 'all' })} />
            Every field, the same ones too
          </label>
        </div>
        <Card title="Difference" of={[from, until]} who="control" lines={6} flush>
          {from.data !== undefined && until.data !== undefined && <Both from={from.data} to={until.data} all={all} />}
        </Card>
      </div>
    </Page>
  );
}

function Both({ from, to, all }: { from: SavedConfiguration; to: SavedConfiguration; all: boolean }) {
  const differences = differencesOf(from.content, to.content);
  const rows: readonly Difference[] = all
    ? FIELDS.map(({ path }) => ({ path, from: valueAt(from.content, path), to: valueAt(to.content, path) }))
    : differences;
  return (
    <>
      <p className={styles['count']}>{countText(differences, from.version, to.version)}</p>
      {rows.length === 0 ? (
        <Empty flush>The two versions allow the same.</Empty>
      ) : (
        <Differences
          caption={`Fields of v${from.version} and v${to.version}`}
          from={`v${from.version}`}
          to={`v${to.version}`}
          rows={rows}
          asset={assetOf(to.content)}
        />
      )}
    </>
  );
}

function countText(differences: readonly Difference[], from: number, to: number): string {
  const more = differences.filter((difference) => riskOf(difference) === 'more').length;
  const less = differences.filter((difference) => riskOf(difference) === 'less').length;
  const fields = `${differences.length} ${differences.length === 1 ? 'field differs' : 'fields differ'} from v${from} to v${to}`;
  return `${fields}: ${more} with more risk, ${less} with less.`;
}
