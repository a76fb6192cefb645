import { createContext, use, type ReactNode } from 'react';
import { Mark, type MarkShape } from '@/ui/Mark';
import styles from './Strip.module.css';

export type StripTone = 'bad' | 'warn' | 'ok' | 'calm';

const SHAPES: Readonly<Record<StripTone, MarkShape>> = { bad: 'bad', warn: 'warn', ok: 'ok', calm: 'ok' };

/** What stands at the end of the line of a command, after its own buttons. */
export const BesideCommand = createContext<ReactNode>(false);

/** One line of the strip: what is, and the button that changes it. */
export function StripLine({ tone, before, children, actions }: {
  tone: StripTone;
  before?: ReactNode;
  children: ReactNode;
  actions?: ReactNode;
}) {
  const beside = use(BesideCommand);
  return (
    <div className={styles[tone]} data-tone={tone} style={{ width: '100%' }}>
      <div className={styles['line']}>
        <Mark shape={SHAPES[tone]} size={16} />
        {before}
        <span className={styles['text']}>{children}</span>
        {(actions !== undefined || beside !== false) && (
          <span className={styles['end']}>
            {actions}
            {beside}
          </span>
        )}
      </div>
    </div>
  );
}
