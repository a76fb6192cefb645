import type { ReactNode } from 'react';
import { Mark } from '@/ui/Mark';
import styles from './Toggle.module.css';

/** One of several things that can be chosen together; what is chosen has a check and a fill. */
export function Toggle({ on, onPress, children }: { on: boolean; onPress: () => void; children: ReactNode }) {
  return (
    <button type="button" className={styles['toggle']} aria-pressed={on} onClick={onPress}>
      {on && <Mark shape="ok" size={12} />}
      {children}
    </button>
  );
}
