import type { ListingItem } from '@/api/generated/ledger';
import { quoteOf } from '@/format/decimal';
import { Decimal } from '@/ui/Decimal';
import { Empty } from '@/ui/Empty';
import styles from './detail.module.css';
import { Fact } from './Facts';

/** What the exchange accepts for the pair, as far as it has said. */
export function Rules({ listing: { rules, pair } }: { listing: ListingItem }) {
  if (rules === undefined) {
    return <Empty>The exchange has not told its rules for {pair} yet.</Empty>;
  }
  const quote = quoteOf(pair);
  return (
    <dl className={styles['facts']}>
      <Fact name="Open to API trading">{rules.apiTradable ? 'yes' : 'no'}</Fact>
      {rules.buyable !== undefined && <Fact name="Can be bought">{rules.buyable ? 'yes' : 'no'}</Fact>}
      <Fact name="Order types">{rules.orderTypes.length === 0 ? <span className="muted">none</span> : rules.orderTypes.join(', ')}</Fact>
      <Fact name="Market order">
        <Range least={rules.minMarketAmount} most={rules.maxMarketAmount} unit={quote} />
      </Fact>
      <Fact name="Limit order">
        <Range least={rules.minLimitAmount} most={rules.maxLimitAmount} unit={quote} />
      </Fact>
      <Fact name="Digits after the point">
        {rules.quantityDecimals} of quantities, {rules.priceDecimals} of prices
      </Fact>
    </dl>
  );
}

function Range({ least, most, unit }: { least: string | undefined; most: string | undefined; unit: string }) {
  if (least === undefined && most === undefined) {
    return <span className="muted">not stated</span>;
  }
  return (
    <>
      {least !== undefined && (
        <>
          at least <Decimal value={least} least={2} unit={unit} />
        </>
      )}
      {least !== undefined && most !== undefined && ', '}
      {most !== undefined && (
        <>
          at most <Decimal value={most} least={2} unit={unit} />
        </>
      )}
    </>
  );
}
