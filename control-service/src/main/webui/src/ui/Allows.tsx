import { allowedSentences } from '@/format/allows';
import { assetOf, FIELDS, GROUPS, valueAt, valueText, type ConfigurationContent } from '@/format/configuration';
import styles from './Allows.module.css';

/** What a configuration allows, in sentences. */
export function Allows({ content }: { content: ConfigurationContent }) {
  return (
    <ul className={styles['sentences']}>
      {allowedSentences(content).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** Every field of a configuration, in the groups of its form. */
export function Fields({ content }: { content: ConfigurationContent }) {
  const asset = assetOf(content);
  return (
    <div className={styles['groups']}>
      {GROUPS.map((group) => (
        <section key={group} aria-label={group}>
          <h3>{group}</h3>
          <dl className={styles['fields']}>
            {FIELDS.filter((field) => field.group === group).map(({ path, label }) => (
              <div key={path} className={styles['field']}>
                <dt>{label}</dt>
                <dd>{valueText(path, valueAt(content, path), asset)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
