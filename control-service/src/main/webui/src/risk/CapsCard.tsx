import { useEnvironment } from '@/api/environment';
import type { CapUse } from '@/api/generated/control';
import { BREAKERS, freedText, MONEY_CAPS } from '@/format/caps';
import { percent, trimmed } from '@/format/decimal';
import { CAP_LEVELS, CAPS, wordsOf } from '@/format/words';
import { Bar, NEAR } from '@/ui/Bar';
import { Badge } from '@/ui/Badge';
import { Card } from '@/ui/Card';
import { Decimal } from '@/ui/Decimal';
import { Empty } from '@/ui/Empty';
import { Mark } from '@/ui/Mark';
import { Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import { capRows, LEVELS, type CapRow } from '@/ui/capRows';
import styles from './CapsCard.module.css';
import { useCaps } from './queries';

/** Each cap with its limit at the three levels, which of them is in force, and how much of it is used. */
export function CapsCard() {
  const caps = useCaps();
  const { data: status } = useEnvironment();
  const assets = status?.activeRun?.snapshot.symbols.quoteAssets ?? [];
  const rows = capRows(caps.data?.caps ?? []);
  return (
    <Card title="Limits and use" of={[caps]} who="control" lines={6} flush>
      {rows.length === 0 ? (
        <Empty flush>No limit is counted yet. Risk reports each limit that the deployment, the environment or a run sets.</Empty>
      ) : (
        <Table caption="Caps at their three levels" columns={columnsFor(assets.length === 1 ? assets[0] : undefined)} rows={rows} keyOf={({ cap }) => cap} compared />
      )}
      {caps.data?.reportedAt !== undefined && (
        <p className={`label ${styles['foot']}`}>
          Counted by risk <Time at={caps.data.reportedAt} />. The lowest limit binds; a cap without a limit at any level is not shown.
        </p>
      )}
    </Card>
  );
}

function columnsFor(asset: string | undefined): Column<CapRow>[] {
  const unit = (cap: string): string | undefined => (MONEY_CAPS.includes(cap) ? asset : undefined);
  return [
    { head: 'Cap', cell: ({ cap }) => <strong>{wordsOf(CAPS, cap)}</strong> },
    ...LEVELS.map((level): Column<CapRow> => ({
      head: level.charAt(0) + level.slice(1).toLowerCase(),
      numeric: true,
      labelled: true,
      cell: ({ levels, binding }) => <Limit use={levels.get(level)} binds={binding.level === level} />,
    })),
    {
      head: 'In force',
      numeric: true,
      labelled: true,
      cell: ({ cap, binding }) => (
        <span className={styles['force']} title={`set by the ${wordsOf(CAP_LEVELS, binding.level)}`}>
          <Decimal value={trimmed(binding.limit)} unit={unit(cap)} />
        </span>
      ),
    },
    { head: 'Used', numeric: true, labelled: true, cell: ({ cap, binding }) => <Decimal value={trimmed(binding.used)} least={MONEY_CAPS.includes(cap) ? 2 : 0} unit={unit(cap)} /> },
    { head: 'Share', labelled: true, cell: (row) => <Share row={row} /> },
  ];
}

function Limit({ use, binds }: { use: CapUse | undefined; binds: boolean }) {
  if (use === undefined) {
    return <span className="muted">no limit</span>;
  }
  return (
    <span className={styles['limit']}>
      {binds && <Badge tone="accent">binds</Badge>}
      <Decimal value={trimmed(use.limit)} />
    </span>
  );
}

function Share({ row }: { row: CapRow }) {
  const { share, reached } = row;
  const tone = reached || share >= 1 ? 'bad' : share >= NEAR ? 'warn' : undefined;
  return (
    <span className={styles['share']}>
      <span className={styles['bar']}>
        <Bar share={reached ? 1 : share} />
      </span>
      <span className={`number ${styles['percent']} ${tone === undefined ? '' : styles[tone]}`}>
        {tone !== undefined && <Mark shape={tone} size={12} />}
        {percent(share)}
      </span>
      {reached && (
        <span className={`label ${styles['freed']}`}>
          <Freed row={row} />
        </span>
      )}
    </span>
  );
}

/** What frees a cap that is used up: the latest time of its levels, or what time alone does not. */
function Freed({ row: { cap, levels } }: { row: CapRow }) {
  const until = [...levels.values()].flatMap((use) => (use.reached && use.until !== undefined ? [use.until] : [])).sort().at(-1);
  return until === undefined || BREAKERS.includes(cap) ? (
    freedText(cap)
  ) : (
    <>
      free by itself at <Time at={until} />
    </>
  );
}
