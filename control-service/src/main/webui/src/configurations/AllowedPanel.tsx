import { usePolled } from '@/api/usePolled';
import { control } from '@/api';
import type { Configuration } from '@/api/generated/control';
import type { Violation } from '@/api/problem';
import { assetOf, differencesOf, fieldOf, labelOf, valueText } from '@/format/configuration';
import { Allows } from '@/ui/Allows';
import { RiskMark } from '@/ui/Differences';
import styles from './Editor.module.css';

export interface AllowedProps {
  id: string | undefined;
  base: number | undefined;
  /** What is typed, as the API reads it, with its defaults. */
  content: Configuration | undefined;
  /** Whether that is what is in the fields now. */
  current: boolean;
  warnings: readonly Violation[];
}

/** What the configuration in the form allows, and how that differs from the version that it was filled from. */
export function AllowedPanel({ id, base, content, current, warnings }: AllowedProps) {
  const elsewhere = warnings.filter(({ field }) => fieldOf(field.replace(/\[\d+\]$/, '')) === undefined);
  return (
    <section className={styles['panel']} aria-labelledby="allowed">
      <h2 id="allowed">What this allows</h2>
      {content === undefined ? (
        <p className="muted">{current ? 'It stands here once every field can be read.' : 'Asking control what it allows.'}</p>
      ) : (
        <div className={current ? undefined : 'muted'}>
          <Allows content={content} />
          {id !== undefined && base !== undefined && <Against id={id} base={base} content={content} />}
        </div>
      )}
      {elsewhere.map(({ field, message }) => (
        <p key={field + message} className={styles['warning']}>
          {labelOf(field)} {message}
        </p>
      ))}
    </section>
  );
}

function Against({ id, base, content }: { id: string; base: number; content: Configuration }) {
  const { data } = usePolled(
    ['control', 'configuration', id, base],
    (signal) => control.getConfigurationVersion({ path: { id, version: base }, signal }),
    { poll: false },
  );
  if (data === undefined) {
    return null;
  }
  const differences = differencesOf(data.content, content);
  const asset = assetOf(content);
  return (
    <>
      <h3 className={styles['against']}>± against v{base}</h3>
      {differences.length === 0 ? (
        <p className="muted">Nothing differs.</p>
      ) : (
        <ul className={styles['changes']}>
          {differences.map((difference) => (
            <li key={difference.path}>
              {labelOf(difference.path)} {valueText(difference.path, difference.from, asset)} →{' '}
              {valueText(difference.path, difference.to, asset)} <RiskMark difference={difference} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
