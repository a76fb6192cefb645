import { utcNow } from '@/format/time';
import { Button } from './Button';
import styles from './States.module.css';

/** That what is in the fields was typed before, and when. Nothing where the form began afresh. */
export function DraftNote({ restoredFrom, discard }: { restoredFrom: number | undefined; discard: () => void }) {
  if (restoredFrom === undefined) {
    return null;
  }
  return (
    <div className={styles['actions']}>
      <p className="muted">Draft of {utcNow(restoredFrom).slice(11, 16)}Z restored.</p>
      <Button small kind="plain" onPress={discard}>
        Discard
      </Button>
    </div>
  );
}
