import { signIn } from '@/session/session';
import { useSession } from '@/session/useSession';
import { Button } from './Button';
import styles from './EndedNotice.module.css';

/** The token is gone: the page stays as it is, and says so. */
export function EndedNotice() {
  const session = useSession();
  if (session.status !== 'ended') {
    return null;
  }
  return (
    <div className={styles['notice']} role="alert">
      <p>Your session has ended. What you typed is kept. Nothing here is current any more.</p>
      <Button kind="primary" onPress={() => void signIn()}>
        Sign in again
      </Button>
    </div>
  );
}
