import { useEnvironment, useEnvironmentPath } from '@/api/environment';
import { percent } from '@/format/decimal';
import { CAP_LEVELS, CAPS, wordsOf } from '@/format/words';
import { Bar, NEAR } from '@/ui/Bar';
import { Card } from '@/ui/Card';
import { Decimal } from '@/ui/Decimal';
import { Empty } from '@/ui/Empty';
import { LinkButton } from '@/ui/LinkButton';
import { Mark } from '@/ui/Mark';
import { bindingCaps, type UsedCap } from './caps';
import styles from './CapsCard.module.css';
import { useCaps } from './queries';

const MONEY = ['SPEND', 'SPEND_PER_DAY', 'LOSS_PER_DAY'];

export function CapsCard() {
  const caps = useCaps();
  const { data: status } = useEnvironment();
  const to = useEnvironmentPath();
  const quotes = status?.activeRun?.snapshot.symbols.quoteAssets ?? [];
  const used = bindingCaps(caps.data?.caps ?? []);
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
      {used.length === 0 ? (
        <Empty>No cap is counted yet. Risk reports them once it has something to count.</Empty>
      ) : (
        <ul className={styles['list']}>
          {used.map((cap) => (
            <Row key={cap.use.cap} cap={cap} unit={quotes.length === 1 ? quotes[0] : undefined} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Row({ cap: { use, share }, unit }: { cap: UsedCap; unit: string | undefined }) {
  const money = MONEY.includes(use.cap);
  // Without room for one more buy it blocks, also below 100 %.
  const full = use.reached || share >= 1;
  const tone = full ? styles['bad'] : share >= NEAR ? styles['warn'] : '';
  return (
    <li className={styles['cap']}>
      <span title={`binds at the level of the ${wordsOf(CAP_LEVELS, use.level)}`}>{wordsOf(CAPS, use.cap)}</span>
      <span className={styles['use']}>
        <Decimal value={use.used} least={money ? 2 : 0} /> of <Decimal value={use.limit} unit={money ? unit : undefined} />
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
