import type { ReactNode } from 'react';
import styles from './Badge.module.css';
import { Mark, type MarkShape } from './Mark';

export type Tone = 'ok' | 'warn' | 'bad' | 'accent' | 'muted' | 'live' | 'paper';

/** A status: a word and a shape on the fill of its colour. */
export function Badge({ tone, shape, children }: { tone: Tone; shape?: MarkShape | undefined; children: ReactNode }) {
  return (
    <span className={`${styles['badge']} ${styles[tone]}`}>
      {shape !== undefined && <Mark shape={shape} size={12} />}
      <span>{children}</span>
    </span>
  );
}
