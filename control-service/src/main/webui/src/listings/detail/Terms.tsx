import type { ListingItem } from '@/api/generated/ledger';
import { quoteOf } from '@/format/decimal';
import { ORDER_STYLES, wordsOf } from '@/format/words';
import { Decimal } from '@/ui/Decimal';
import { Empty } from '@/ui/Empty';
import { Time } from '@/ui/Time';
import styles from './detail.module.css';
import { Fact } from './Facts';

/** The terms that a person has set for this listing alone. */
export function Terms({ listing: { terms, pair } }: { listing: ListingItem }) {
  if (terms === undefined) {
    return <Empty>Nobody has set terms of its own for it: it is bought as the run&apos;s configuration says.</Empty>;
  }
  const { quoteAmount, orderStyle, maxPremium, leaveAlone, changedBy, changedAt, reason } = terms;
  const own = <span className="muted">as the run has it</span>;
  return (
    <dl className={styles['facts']}>
      <Fact name="Bought">{leaveAlone ? 'no: it is left alone' : 'yes, if the run wants it'}</Fact>
      <Fact name="Amount">{quoteAmount === undefined ? own : <Decimal value={quoteAmount} least={2} unit={quoteOf(pair)} />}</Fact>
      <Fact name="Order">{orderStyle === undefined ? own : wordsOf(ORDER_STYLES, orderStyle)}</Fact>
      <Fact name="Highest premium">
        {maxPremium === undefined ? own : <Decimal value={maxPremium} unit="over the reference price" />}
      </Fact>
      <Fact name="Set by">
        {changedBy} <Time at={changedAt} />
      </Fact>
      <Fact name="Reason">{reason}</Fact>
    </dl>
  );
}
