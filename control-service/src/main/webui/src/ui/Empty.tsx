import type { ReactNode } from 'react';
import styles from './States.module.css';

/** Nothing is there: what that means, and what a person may do. `flush` inside of a card without padding. */
export function Empty({ children, action, flush = false }: { children: ReactNode; action?: ReactNode; flush?: boolean }) {
  return (
    <div className={`${styles['state']} ${flush ? styles['flush'] : ''}`}>
      <p className="muted">{children}</p>
      {action}
    </div>
  );
}
