import { microsText } from '@/format/duration';
import { preciseTimeText, type Timestamp } from '@/format/time';
import { serverNow } from '@/api/clock';
import styles from './Hops.module.css';
import { placed, zeroOf, type PlacedStep, type Step } from './steps';

/** The steps of an order as bars on one track and as numbers, from a zero that is named. */
export function Hops({ zero, zeroLabel, steps }: { zero: Timestamp; zeroLabel: string; steps: readonly Step[] }) {
  const all = placed(zero, steps);
  const origin = zeroOf(all);
  return (
    <figure>
      <figcaption className="label">
        Zero: {zeroLabel} {preciseTimeText(zero, serverNow())}. Squares are by our clock, diamonds by the exchange&apos;s.
      </figcaption>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">
              <span className="spoken">Where it lies</span>
            </th>
            <th scope="col" className={styles['number']}>
              From zero
            </th>
            <th scope="col" className={styles['number']}>
              From the step before
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map((step) => (
            <Row key={step.label} step={step} origin={origin} />
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function Row({ step, origin }: { step: PlacedStep; origin: number }) {
  const { label, clock, offset, since, from, to } = step;
  return (
    <tr>
      <th scope="row">
        {label}
        {clock === 'exchange' && <span className="spoken"> by the exchange&apos;s clock</span>}
      </th>
      <td className={styles['place']}>
        <div aria-hidden className={styles['track']}>
          <span className={styles['zero']} style={{ insetInlineStart: `${origin}%` }} />
          {offset !== undefined && (
            <>
              <span
                className={styles['bar']}
                style={{ insetInlineStart: `${Math.min(from, to)}%`, width: `${Math.abs(to - from)}%` }}
              />
              <span
                className={`${styles['mark']} ${clock === 'exchange' ? styles['exchange'] : ''}`}
                style={{ insetInlineStart: `${to}%` }}
              />
            </>
          )}
        </div>
      </td>
      <td className={`number ${styles['number']}`}>
        {offset === undefined ? <span className="muted">not recorded</span> : microsText(offset)}
      </td>
      <td className={`number ${styles['number']}`}>{since !== undefined && microsText(since)}</td>
    </tr>
  );
}
