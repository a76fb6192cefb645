import type { UsedDraft } from '@/session/useDraft';
import { utcNow } from '@/format/time';
import { Button } from './Button';
import styles from './States.module.css';

export type Kept = Pick<UsedDraft<unknown>, 'restoredFrom' | 'discard' | 'bringBack'>;

/** That what is in the fields was typed before, and when. Nothing where the form began afresh. */
export function DraftNote({ of: { restoredFrom, discard, bringBack } }: { of: Kept }) {
  if (bringBack !== undefined) {
    return <Discarded bringBack={bringBack} />;
  }
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

/** One press discards what was typed, so one press brings it back. */
export function Discarded({ bringBack }: { bringBack: () => void }) {
  return (
    <div className={styles['actions']} role="status">
      <p className="muted">What was typed is discarded.</p>
      <Button small kind="plain" onPress={bringBack}>
        Bring it back
      </Button>
    </div>
  );
}
