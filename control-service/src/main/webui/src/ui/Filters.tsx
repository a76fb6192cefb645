import type { ReactNode } from 'react';
import styles from './Filters.module.css';

/** The filters of a page or, `inside`, of a card: as many beside each other as there is room for. */
export function Filters({ children, inside = false }: { children: ReactNode; inside?: boolean }) {
  return (
    <div role="group" aria-label="Filters" className={`${styles['filters']} ${inside ? styles['inside'] : ''}`}>
      {children}
    </div>
  );
}
