import type { ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './Button.module.css';

/** A link that leads to where something can be done, beside the words that say what is wrong. */
export function LinkButton({ to, children, small = false }: { to: string; children: ReactNode; small?: boolean }) {
  return (
    <Link href={to} className={`${styles['button']} ${small ? styles['small'] : ''}`}>
      {children}
    </Link>
  );
}
