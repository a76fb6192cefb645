import type { GateItem } from '@/api/generated/control';
import { GATE_ITEMS, wordsOf } from '@/format/words';
import { Mark } from '@/ui/Mark';
import styles from './StartDialog.module.css';

/** The conditions of a start: what fails first, each with what a person can do; what is in order on demand. */
export function Gate({ items }: { items: readonly GateItem[] }) {
  const failing = items.filter(({ ok }) => !ok);
  const fine = items.filter(({ ok }) => ok);
  return (
    <section aria-label="Start-up gate">
      <h3>
        {failing.length === 0
          ? `Gate: ${items.length} of ${items.length} in order`
          : `Gate: ${failing.length} of ${items.length} not in order`}
      </h3>
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
      {fine.length > 0 && (
        <details className={styles['fineOnes']}>
          <summary>{failing.length === 0 ? 'Show them' : `${fine.length} in order`}</summary>
          <ul className={styles['gate']}>
            {fine.map(({ name }) => (
              <li key={name} className={styles['item']}>
                <span className={styles['fine']}>
                  <Mark shape="ok" />
                </span>
                <span>{wordsOf(GATE_ITEMS, name)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
