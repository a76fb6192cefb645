import { labelOf, riskOf, valueText, type Difference } from '@/format/configuration';
import styles from './Differences.module.css';
import { Mark } from './Mark';

export interface DifferencesProps {
  caption: string;
  /** What the two columns are, such as `v4` and `v5`. */
  from: string;
  to: string;
  rows: readonly Difference[];
  /** The asset of amounts. */
  asset?: string | undefined;
  /** Settings of a service are no fields of a configuration: their changes are not judged. */
  judged?: boolean;
}

/** Fields side by side, one above the other at 390 px, with what a change means for the money. */
export function Differences({ caption, from, to, rows, asset, judged = true }: DifferencesProps) {
  return (
    <table className={styles['table']}>
      <caption className="spoken">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">{from}</th>
          <th scope="col">{to}</th>
          {judged && <th scope="col">Means</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.path}>
            <th scope="row">{labelOf(row.path)}</th>
            <td data-label={from}>{valueText(row.path, row.from, asset)}</td>
            <td data-label={to}>{valueText(row.path, row.to, asset)}</td>
            {judged && (
              <td className={styles['risk']}>
                <RiskMark difference={row} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** More or less risk; nothing where a change is neither. */
export function RiskMark({ difference }: { difference: Difference }) {
  const risk = riskOf(difference);
  if (risk === undefined) {
    return null;
  }
  return (
    <span className={risk === 'more' ? styles['more'] : styles['less']}>
      <Mark shape={risk} size={12} /> {risk} risk
    </span>
  );
}
