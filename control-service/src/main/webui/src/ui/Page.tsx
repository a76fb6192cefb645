import { useEffect, type ReactNode } from 'react';
import { setPageTitle } from './title';
import styles from './Page.module.css';

/** A page: its title, which is also the tab's, what can be done on it, and its content. */
export function Page({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  useEffect(() => setPageTitle(title), [title]);
  return (
    <>
      <div className={styles['head']}>
        <h1>{title}</h1>
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </div>
      {children}
    </>
  );
}
