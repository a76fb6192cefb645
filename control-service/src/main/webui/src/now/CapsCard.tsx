import { useEnvironment, useEnvironmentPath } from '@/api/environment';
import { percent, trimmed } from '@/format/decimal';
import { CAP_LEVELS, CAPS, wordsOf } from '@/format/words';
import { MONEY_CAPS } from '@/format/caps';
import { Bar, NEAR } from '@/ui/Bar';
import { capRows, type CapRow } from '@/ui/capRows';
import { Card } from '@/ui/Card';
import { Decimal } from '@/ui/Decimal';
import { Empty } from '@/ui/Empty';
import { LinkButton } from '@/ui/LinkButton';
import { Mark } from '@/ui/Mark';
import { Time } from '@/ui/Time';
import styles from './CapsCard.module.css';
import { useCaps } from './queries';

export function CapsCard() {
  const caps = useCaps();
  const { data: status } = useEnvironment();
  const to = useEnvironmentPath();
  const quotes = status?.activeRun?.snapshot.symbols.quoteAssets ?? [];
  const rows = capRows(caps.data?.caps ?? []);
  const silent = status?.services.find(({ service, alive }) => service === 'risk' && !alive);
  return (
    <Card
      title="Caps in use"
      of={[caps]}
      who="control"
      lines={4}
      aside={
        <LinkButton small to={to('risk')}>
          All levels
        </LinkButton>
      }
    >
      {rows.length === 0 ? (
        <Empty>No cap is counted yet. Risk reports them once it has something to count.</Empty>
      ) : (
        <ul className={styles['list']}>
          {rows.map((row) => (
            <Row key={row.cap} row={row} unit={quotes.length === 1 ? quotes[0] : undefined} />
          ))}
        </ul>
      )}
      {silent !== undefined && caps.data?.reportedAt !== undefined && (
        <p className={styles['old']}>
          <Mark shape="warn" /> Risk is silent: counted <Time at={caps.data.reportedAt} />, and not since.
        </p>
      )}
    </Card>
  );
}

function Row({ row: { cap, binding, share, reached }, unit }: { row: CapRow; unit: string | undefined }) {
  const money = MONEY_CAPS.includes(cap);
  // Without room for one more buy it blocks, also below 100 %.
  const full = reached || share >= 1;
  const tone = full ? styles['bad'] : share >= NEAR ? styles['warn'] : '';
  return (
    <li className={styles['cap']}>
      <span title={`binds at the level of the ${wordsOf(CAP_LEVELS, binding.level)}`}>{wordsOf(CAPS, cap)}</span>
      <span className={styles['use']}>
        <Decimal value={trimmed(binding.used)} least={money ? 2 : 0} /> of <Decimal value={trimmed(binding.limit)} unit={money ? unit : undefined} />
      </span>
      <span className={styles['bar']}>
        <Bar share={full ? 1 : share} />
      </span>
      <span className={`number ${styles['share']} ${tone}`}>
        {(full || share >= NEAR) && <Mark shape={full ? 'bad' : 'warn'} size={12} />}
        {percent(share)}
      </span>
    </li>
  );
}
