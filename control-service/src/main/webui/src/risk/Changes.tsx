import { trimmed } from '@/format/decimal';
import { Badge } from '@/ui/Badge';
import { Decimal } from '@/ui/Decimal';
import type { LimitChange } from './guardrails';
import styles from './Changes.module.css';

/** What changes, old → new, and whether it allows more or less. */
export function Changes({ changes }: { changes: readonly LimitChange[] }) {
  if (changes.length === 0) {
    return <p className="muted">Nothing is changed yet.</p>;
  }
  return (
    <ul className={styles['changes']} aria-label="What changes">
      {changes.map(({ field, from, to, loosens }) => (
        <li key={field.name} className={styles['change']}>
          <strong>{field.label}</strong>
          <span>
            <Limit value={from} /> → <Limit value={to} />
          </span>
          <Badge tone={loosens ? 'warn' : 'ok'} shape={loosens ? 'warn' : 'ok'}>
            {loosens ? 'more risk' : 'less risk'}
          </Badge>
        </li>
      ))}
    </ul>
  );
}

function Limit({ value }: { value: string | undefined }) {
  return value === undefined ? <span className="muted">no limit</span> : <Decimal value={trimmed(value)} />;
}
