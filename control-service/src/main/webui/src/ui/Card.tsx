import { useEffect, useId, useState, type ReactNode } from 'react';
import { useAge, type Age, type Polled } from '@/api/usePolled';
import { durationText } from '@/format/duration';
import { utcNow } from '@/format/time';
import styles from './Card.module.css';
import { Mark } from './Mark';
import { Refused } from './Refused';

/** What a card shows is of these queries: it is as old as the oldest, and waits for all of them. */
type Sources = readonly Pick<Polled<unknown>, 'data' | 'hash' | 'failure' | 'refresh' | 'polled'>[];

export interface CardProps {
  title: string;
  count?: number | undefined;
  of: Sources;
  /** Who answers, for the words while it does not. */
  who: string;
  /** Lines of the skeleton, so that it has its content's size. */
  lines?: number;
  aside?: ReactNode;
  /** Without padding, for tables. */
  flush?: boolean;
  children: ReactNode;
}

/**
 * A part of a page with an age of its own. A card that has answered is never a skeleton again: it keeps its values and
 * says how old they are.
 */
export function Card({ title, count, of, who, lines = 3, aside, flush = false, children }: CardProps) {
  const heading = useId();
  const answered = of.every((source) => source.data !== undefined);
  const age = useAge(of.filter((source) => !answered || source.polled).map((source) => source.hash));
  const refused = of.find((source) => source.data === undefined && source.failure !== undefined);
  const look = !answered ? '' : age.state === 'stale' ? styles['stale'] : age.state === 'not-current' ? styles['notCurrent'] : '';
  return (
    <section className={`${styles['card']} ${look}`} aria-labelledby={heading} aria-busy={!answered && refused === undefined}>
      <header className={styles['head']}>
        <h2 id={heading}>
          {title} {answered && count !== undefined && <span className={styles['count']}>{count}</span>}
        </h2>
        {answered && <AgeMark age={age} />}
        {aside !== undefined && <span className={styles['aside']}>{aside}</span>}
      </header>
      <div className={`${styles['body']} ${flush && answered ? styles['flush'] : ''}`}>
        {answered ? (
          children
        ) : refused?.failure !== undefined ? (
          <Refused failure={refused.failure} who={who} again={() => of.forEach((source) => source.refresh())} />
        ) : (
          <Skeleton lines={lines} who={who} seconds={age.seconds} />
        )}
      </div>
    </section>
  );
}

/** Nothing while the data is current. */
function AgeMark({ age }: { age: Age }) {
  if (age.state === 'fresh' || age.answeredAt === undefined) {
    return null;
  }
  const at = utcNow(age.answeredAt).slice(11);
  return (
    <span className={styles['mark']}>
      <Mark shape="waiting" size={12} />
      {age.state === 'stale'
        ? `As of ${at}, ${durationText(age.seconds)} ago.`
        : `Not current. Last answer ${at}, ${durationText(age.seconds)} ago.`}
    </span>
  );
}

function Skeleton({ lines, who, seconds }: { lines: number; who: string; seconds: number }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles['skeleton']}>
      {seconds >= 10 && (
        <p className="muted">
          Still waiting for {who} ({seconds} s).
        </p>
      )}
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={styles['block']} style={{ visibility: shown ? 'visible' : 'hidden' }} />
      ))}
    </div>
  );
}
