import type { Configuration, GateItem } from '@/api/generated/control';
import { amountText } from '@/format/decimal';
import { GATE_ITEMS, wordsOf } from '@/format/words';
import { Mark } from '@/ui/Mark';
import styles from './StartDialog.module.css';

/** What a run of this configuration may spend, in a sentence. */
export function Spending({ configuration }: { configuration: Configuration }) {
  const { quoteAmount, caps, symbols } = configuration;
  const asset = symbols.quoteAssets?.length === 1 ? symbols.quoteAssets[0] : undefined;
  return (
    <p className={styles['summary']}>
      At most {amountText(quoteAmount, asset)} a listing, {amountText(caps.spend, asset)} in this run,{' '}
      {caps.tradesPerHour} buys an hour, {caps.concurrentListings} listings at once. Guardrails and ceilings may be
      stricter.
    </p>
  );
}

/** The conditions of a start: what fails first, each with what a person can do. */
export function Gate({ items }: { items: readonly GateItem[] }) {
  const failing = items.filter(({ ok }) => !ok);
  return (
    <section aria-label="Start-up gate">
      <h3>{failing.length === 0 ? `Gate: ${items.length} of ${items.length} in order` : `Gate: ${failing.length} of ${items.length} not in order`}</h3>
      <ul className={styles['gate']}>
        {failing.map(({ name, remedy }) => (
          <li key={name} className={styles['item']}>
            <span className={styles['failing']}>
              <Mark shape="bad" />
            </span>
            <strong>{wordsOf(GATE_ITEMS, name)}</strong>
            <span className={styles['remedy']}>{remedy}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
